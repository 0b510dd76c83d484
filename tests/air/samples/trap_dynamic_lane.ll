; A lane picked and replaced at run time.
; buffer 0: i32 2 f32 @16 f32 1 2 3 4
; expect 1: f32 3 @16 f32 1 2 9 4

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.i = getelementptr i8, ptr addrspace(1) %in, i64 0
  %i = load i32, ptr addrspace(1) %p.i
  %p.v = getelementptr i8, ptr addrspace(1) %in, i64 16
  %v = load <4 x float>, ptr addrspace(1) %p.v
  %x = extractelement <4 x float> %v, i32 %i
  %w = insertelement <4 x float> %v, float 9.0, i32 %i
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %x, ptr addrspace(1) %q0
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %w, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
