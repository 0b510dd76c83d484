; A constant array, indexed at run time.
; buffer 0: i32 2
; expect 1: f32 3.5

@table = internal addrspace(2) constant [4 x float] [float 1.5, float 2.5, float 3.5, float 4.5], align 4

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %i = load i32, ptr addrspace(1) %in
  %w = sext i32 %i to i64
  %p = getelementptr inbounds [4 x float], ptr addrspace(2) @table, i64 0, i64 %w
  %v = load float, ptr addrspace(2) %p
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
