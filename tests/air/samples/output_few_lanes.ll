; A target with fewer components than its format (trap 23).
; pixel 0 0: f32 1 2 * *

define <2 x float> @f(<2 x float> %uv) {
  ret <2 x float> <float 1.0, float 2.0>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float2"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
