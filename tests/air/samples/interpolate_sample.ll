; Pull-model interpolation: sample.

declare <2 x float> @air.interpolate_sample_perspective.v2f32(ptr addrspace(1), i32)

define <4 x float> @f(ptr addrspace(1) %v) {
  %r = call <2 x float> @air.interpolate_sample_perspective.v2f32(ptr addrspace(1) %v, i32 0)
  %x = extractelement <2 x float> %r, i32 0
  %a = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0
  ret <4 x float> %a
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(1vDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"interpolant<float2, interpolation::perspective>", !"air.arg_name", !"v"}
