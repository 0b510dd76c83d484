; unreachable leaves the flow closed (trap 16).
; buffer 0: i32 1
; expect 1: i32 7

declare void @llvm.trap()

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a = load i32, ptr addrspace(1) %in
  %c = icmp eq i32 %a, 9
  br i1 %c, label %dead, label %live
dead:
  call void @llvm.trap()
  unreachable
live:
  store i32 7, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
