; A thread array with a run-time index (trap 9).
; buffer 0: i32 3
; expect 1: f32 9

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a = alloca [4 x float], align 4
  %i = load i32, ptr addrspace(1) %in
  %p0 = getelementptr inbounds [4 x float], ptr %a, i64 0, i64 0
  store float 0.0, ptr %p0
  %p1 = getelementptr inbounds [4 x float], ptr %a, i64 0, i64 1
  store float 1.0, ptr %p1
  %p2 = getelementptr inbounds [4 x float], ptr %a, i64 0, i64 2
  store float 4.0, ptr %p2
  %p3 = getelementptr inbounds [4 x float], ptr %a, i64 0, i64 3
  store float 9.0, ptr %p3
  %w = sext i32 %i to i64
  %p = getelementptr inbounds [4 x float], ptr %a, i64 0, i64 %w
  %v = load float, ptr %p
  store float %v, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
