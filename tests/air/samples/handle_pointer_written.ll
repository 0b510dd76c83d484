; Stores and atomics through pointers of an argument buffer in device memory.
; threads: 4
; buffer a0_o8: i32 100
; expect a0_o0: i32 0 10 20 30
; expect a0_o8: i32 104

%Args = type { ptr addrspace(1), ptr addrspace(1) }

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define void @k(ptr addrspace(1) %args, i32 %tid) {
  %p = load ptr addrspace(1), ptr addrspace(1) %args, align 8
  %np = getelementptr inbounds %Args, ptr addrspace(1) %args, i64 0, i32 1
  %n = load ptr addrspace(1), ptr addrspace(1) %np, align 8
  %x = zext i32 %tid to i64
  %e = getelementptr inbounds i32, ptr addrspace(1) %p, i64 %x
  %v = mul i32 %tid, 10
  store i32 %v, ptr addrspace(1) %e, align 4
  %old = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %n, i32 1, i32 0, i32 2, i1 true)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.indirect_buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
!20 = !{i32 0, i32 8, i32 0, !"uint", !"p", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"atomic_uint", !"n", !"air.indirect_argument", !22}
!21 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
