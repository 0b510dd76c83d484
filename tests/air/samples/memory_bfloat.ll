; bfloat: loads widen, stores round to nearest even.
; buffer 0: bf16 1.5 f32 @4 f32 1.00390625
; expect 1: bf16 1.5 1 @4 f32 1.5

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load bfloat, ptr addrspace(1) %p.a
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 4
  %b = load float, ptr addrspace(1) %p.b
  %c = fptrunc float %b to bfloat
  %w = fpext bfloat %a to float
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store bfloat %a, ptr addrspace(1) %q0
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 2
  store bfloat %c, ptr addrspace(1) %q2
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store float %w, ptr addrspace(1) %q4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
