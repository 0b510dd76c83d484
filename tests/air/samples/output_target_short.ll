; A target of signed 16-bit integers keeps their sign.
; pixel 0 0: i32 5 -6 7 -8

define <4 x i16> @f(<2 x float> %uv) {
  ret <4 x i16> <i16 5, i16 -6, i16 7, i16 -8>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"short4"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
