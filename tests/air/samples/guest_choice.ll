; A pointer that is an argument or comes out of memory, in constant memory; and the same memory reached both ways.
; threads: 3
; buffer 0: i64 1099513724928 1099512676356 0
; buffer 1: i32 1 2 3
; buffer 2: i32 10 20 30
; expect 3: i32 2 2 30

define void @k(ptr addrspace(2) %table, ptr addrspace(2) %own, ptr addrspace(1) %out, i32 %tid) {
  %i = zext i32 %tid to i64
  %isLast = icmp eq i32 %tid, 2
  %n = select i1 %isLast, i64 0, i64 1
  %pp = getelementptr inbounds ptr addrspace(2), ptr addrspace(2) %table, i64 %n
  %p = load ptr addrspace(2), ptr addrspace(2) %pp, align 8
  %isFirst = icmp eq i32 %tid, 0
  %second = getelementptr inbounds i32, ptr addrspace(2) %own, i64 1
  %q = select i1 %isFirst, ptr addrspace(2) %second, ptr addrspace(2) %p
  %step = select i1 %isLast, i64 2, i64 0
  %vp = getelementptr inbounds i32, ptr addrspace(2) %q, i64 %step
  %v = load i32, ptr addrspace(2) %vp, align 4
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %i
  store i32 %v, ptr addrspace(1) %o, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"table"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"own"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!6 = !{i32 3, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
