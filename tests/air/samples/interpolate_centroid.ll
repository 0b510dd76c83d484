; Pull-model interpolation: centroid.
; pixel 1 2: f32 0.375 0 0 1
; tolerance: 0.01

declare <2 x float> @air.interpolate_centroid_perspective.v2f32(ptr addrspace(1))

define <4 x float> @f(ptr addrspace(1) %v) {
  %r = call <2 x float> @air.interpolate_centroid_perspective.v2f32(ptr addrspace(1) %v)
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
