; Sums, extremes and rotations of floats over a quad.
; tolerance: 1e-6
; pixel 0 0: f32 5.0 1.875 0.625 0.875
; pixel 1 0: f32 5.0 1.875 0.625 1.625
; pixel 2 1: f32 7.0 2.375 1.125 2.375
; pixel 3 3: f32 15.0 4.375 3.125 3.125
; pixel 1 2: f32 13.0 3.875 2.625 3.625

declare float @air.quad_sum.f32(float)
declare float @air.quad_max.f32(float)
declare float @air.quad_min.f32(float)
declare float @air.quad_shuffle_rotate_down.f32(float, i16)

define <4 x float> @f(<4 x float> %position) {
  %x = extractelement <4 x float> %position, i32 0
  %y = extractelement <4 x float> %position, i32 1
  %s = fmul float %x, 2.500000e-01
  %v = fadd float %s, %y
  %r0 = call float @air.quad_sum.f32(float %v)
  %r1 = call float @air.quad_max.f32(float %v)
  %r2 = call float @air.quad_min.f32(float %v)
  %r3 = call float @air.quad_shuffle_rotate_down.f32(float %v, i16 1)
  %c0 = insertelement <4 x float> undef, float %r0, i32 0
  %c1 = insertelement <4 x float> %c0, float %r1, i32 1
  %c2 = insertelement <4 x float> %c1, float %r2, i32 2
  %c3 = insertelement <4 x float> %c2, float %r3, i32 3
  ret <4 x float> %c3
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color0"}}
!2 = !{!3}
!3 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
