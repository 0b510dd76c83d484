; One of four pointers, by an index that differs between threads.
; threads: 4
; buffer a0_o0: i32 10 11 12 13
; buffer a0_o8: i32 20 21 22 23
; buffer a0_o16: i32 30 31 32 33
; expect a0_o24: i32 40 41 42 43
; expect 1: i32 10 21 32 *

%Args = type { [4 x ptr addrspace(1)] }

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out, i32 %tid) {
  %i = zext i32 %tid to i64
  %pp = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 0, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(2) %pp, align 8
  %e = getelementptr inbounds i32, ptr addrspace(1) %p, i64 %i
  %v = load i32, ptr addrspace(1) %e, align 4
  %q = getelementptr i32, ptr addrspace(1) %out, i64 %i
  store i32 %v, ptr addrspace(1) %q, align 4
  %lastp = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 0, i64 3
  %last = load ptr addrspace(1), ptr addrspace(2) %lastp, align 8
  %l = getelementptr inbounds i32, ptr addrspace(1) %last, i64 %i
  %n = add i32 %tid, 40
  store i32 %n, ptr addrspace(1) %l, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 32, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
!20 = !{i32 0, i32 8, i32 4, !"uint", !"p", !"air.indirect_argument", !21}
!21 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
