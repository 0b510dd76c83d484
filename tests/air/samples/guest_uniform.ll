; A struct in constant memory with more pointers than are chosen among: the struct is a uniform block, the pointers are found.
; threads: 3
; buffer 0: i64 1099513724928 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1099513724932
; buffer 2: i32 11 22
; expect 1: i32 11 0 22

%Args = type { [20 x ptr addrspace(1)] }

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out, i32 %tid) {
  %isThird = icmp eq i32 %tid, 2
  %n = select i1 %isThird, i32 19, i32 %tid
  %i = zext i32 %n to i64
  %pp = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 0, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(2) %pp, align 8
  %v = load i32, ptr addrspace(1) %p, align 4
  %t = zext i32 %tid to i64
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %t
  store i32 %v, ptr addrspace(1) %o, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.buffer_size", i32 160, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 160, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
