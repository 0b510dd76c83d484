; The position of a sample in Metal's fixed pattern of four.
; pixel 1 2: f32 0.875 0.375 0 1

declare <2 x float> @air.get_sample_position.v2f32(i32, i32)

define <4 x float> @f(<2 x float> %uv) {
  %r = call <2 x float> @air.get_sample_position.v2f32(i32 4, i32 1)
  %a = shufflevector <2 x float> %r, <2 x float> <float 0.0, float 1.0>, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  ret <4 x float> %a
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
