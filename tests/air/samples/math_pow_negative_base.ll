; pow of a negative base and a whole exponent is defined; pow(x, 0) is 1.
; buffer 0: @0 f32 -3 -3 0 -8 @16 f32 2 3 0 -1 @32 f32 -2 @48 f32 0.5
; expect 1: @0 f32 9 -27 1 -0.125 @16 f32 nan
; tolerance: 0.0001

declare <4 x float> @air.pow.v4f32(<4 x float>, <4 x float>)
declare float @air.pow.f32(float, float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load <4 x float>, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load <4 x float>, ptr addrspace(1) %p0.1, align 16
  %r0 = call <4 x float> @air.pow.v4f32(<4 x float> %a0.0, <4 x float> %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x float> %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load float, ptr addrspace(1) %p1.1, align 16
  %r1 = call float @air.pow.f32(float %a1.0, float %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
