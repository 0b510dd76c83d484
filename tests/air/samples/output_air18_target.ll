; A target of AIR 1.x has no dual-source index.
; pixel 0 0: f32 1 2 3 4

define <4 x float> @f(<2 x float> %uv) {
  ret <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
