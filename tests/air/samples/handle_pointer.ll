; A pointer and a number out of an argument buffer: the number is read as any other constant.
; buffer 0: @8 i32 3
; buffer a0_o0: i32 10 20 30 40
; expect 1: i32 40

%Args = type { ptr addrspace(1), i32 }

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out) {
  %p = load ptr addrspace(1), ptr addrspace(2) %args, align 8
  %np = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 1
  %n = load i32, ptr addrspace(2) %np, align 8
  %x = zext i32 %n to i64
  %e = getelementptr inbounds i32, ptr addrspace(1) %p, i64 %x
  %v = load i32, ptr addrspace(1) %e, align 4
  store i32 %v, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!20 = !{i32 0, i32 8, i32 0, !"uint", !"p", !"air.indirect_argument", !21, i32 8, i32 4, i32 0, !"uint", !"n", !"air.indirect_argument", !22}
!21 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
!22 = !{i32 1, !"air.indirect_constant", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"n"}
