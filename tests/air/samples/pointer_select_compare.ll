; Pointers that are chosen among buffers are compared as addresses.
; threads: 4
; buffer 0: i32 10 11
; buffer 1: i32 20 21 22 23
; expect 2: i32 1 11 0 20 0 22 1 23

define void @k(ptr addrspace(1) %a, ptr addrspace(1) %b, ptr addrspace(1) %out, i32 %tid) {
  %isLow = icmp ult i32 %tid, 2
  %isOdd.i = and i32 %tid, 1
  %isOdd = icmp ne i32 %isOdd.i, 0
  %i = zext i32 %tid to i64
  %a1 = getelementptr inbounds i32, ptr addrspace(1) %a, i64 1
  %bi = getelementptr inbounds i32, ptr addrspace(1) %b, i64 %i
  %p = select i1 %isLow, ptr addrspace(1) %a1, ptr addrspace(1) %bi
  %b3 = getelementptr inbounds i32, ptr addrspace(1) %b, i64 3
  %q0 = select i1 %isOdd, ptr addrspace(1) %b3, ptr addrspace(1) %a1
  %q1 = select i1 %isOdd, ptr addrspace(1) %b, ptr addrspace(1) %a1
  %q = select i1 %isLow, ptr addrspace(1) %q1, ptr addrspace(1) %q0
  %isSame = icmp eq ptr addrspace(1) %p, %q
  %n = zext i1 %isSame to i32
  %r = select i1 %isLow, ptr addrspace(1) %q, ptr addrspace(1) %p
  %v = load i32, ptr addrspace(1) %r, align 4
  %o = getelementptr inbounds { i32, i32 }, ptr addrspace(1) %out, i64 %i, i32 0
  store i32 %n, ptr addrspace(1) %o, align 4
  %o2 = getelementptr inbounds { i32, i32 }, ptr addrspace(1) %out, i64 %i, i32 1
  store i32 %v, ptr addrspace(1) %o2, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"a"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!6 = !{i32 3, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
