; Pointers that are stored: of an argument, of what a pointer in memory leads to, nil; and the number that one is.
; buffer 0: i64 1099513724936
; buffer 2: i32 0 0 0 0
; expect 1: i64 1099511627780 1099513724952 0 1099513724936

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a = getelementptr inbounds i32, ptr addrspace(1) %in, i64 1
  store ptr addrspace(1) %a, ptr addrspace(1) %out, align 8
  %i = zext i32 %tid to i64
  %pp = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %in, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8
  %b = getelementptr inbounds i32, ptr addrspace(1) %p, i64 4
  %o1 = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %out, i64 1
  store ptr addrspace(1) %b, ptr addrspace(1) %o1, align 8
  %o2 = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %out, i64 2
  store ptr addrspace(1) null, ptr addrspace(1) %o2, align 8
  %n = ptrtoint ptr addrspace(1) %p to i64
  %o3 = getelementptr inbounds i64, ptr addrspace(1) %out, i64 3
  store i64 %n, ptr addrspace(1) %o3, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"in"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
