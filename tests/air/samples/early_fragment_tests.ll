; Early tests where the attribute is there.
; pixel 0 0: f32 1 0 0 1

define <4 x float> @f(<2 x float> %uv) {
  ret <4 x float> <float 1.0, float 0.0, float 0.0, float 1.0>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2, !"air.early_fragment_tests"}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
