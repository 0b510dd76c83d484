; dfdx, dfdy, fwidth of scalars and vectors: a quarter of the target a pixel.
; pixel 1 2: f32 0.25 0.25 0.5 0.25
; tolerance: 1e-6

declare <2 x float> @air.dfdx.v2f32(<2 x float>) convergent
declare float @air.dfdy.f32(float) convergent
declare float @air.fwidth.f32(float) convergent
declare half @air.fwidth.f16(half) convergent

define <4 x float> @f(<2 x float> %uv) {
  %dx = call <2 x float> @air.dfdx.v2f32(<2 x float> %uv)
  %y = extractelement <2 x float> %uv, i32 1
  %x = extractelement <2 x float> %uv, i32 0
  %dy = call float @air.dfdy.f32(float %y)
  %s = fadd float %x, %y
  %w = call fast float @air.fwidth.f32(float %s)
  %h = fptrunc float %x to half
  %hw = call half @air.fwidth.f16(half %h)
  %hf = fpext half %hw to float
  %d = extractelement <2 x float> %dx, i32 0
  %a = insertelement <4 x float> undef, float %d, i32 0
  %b = insertelement <4 x float> %a, float %dy, i32 1
  %c = insertelement <4 x float> %b, float %w, i32 2
  %e = insertelement <4 x float> %c, float %hf, i32 3
  ret <4 x float> %e
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
