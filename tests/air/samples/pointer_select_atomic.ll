; An atomic on one of two buffers, or on neither: only the one that is meant changes, and its old value comes back.
; threads: 3
; buffer 0: i32 100
; buffer 1: i32 0 200
; expect 0: i32 101
; expect 1: i32 0 202
; expect 2: i32 100 200 0

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define void @k(ptr addrspace(1) %a, ptr addrspace(1) %b, ptr addrspace(1) %out, i32 %tid) {
entry:
  %second = getelementptr inbounds i32, ptr addrspace(1) %b, i64 1
  %isFirst = icmp eq i32 %tid, 0
  %isSecond = icmp eq i32 %tid, 1
  %p = select i1 %isSecond, ptr addrspace(1) %second, ptr addrspace(1) null
  %q = select i1 %isFirst, ptr addrspace(1) %a, ptr addrspace(1) %p
  %n = add i32 %tid, 1
  %old = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %q, i32 %n, i32 0, i32 2, i1 true)
  %i = zext i32 %tid to i64
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %i
  store i32 %old, ptr addrspace(1) %o, align 4
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
