; Several targets; an integer one.
; pixel 0 0: f32 1 2 3 4
; pixel 0 0 2: i32 5 6 7 -8

define <{ <4 x float>, <4 x i32> }> @f(<2 x float> %uv) {
  ret <{ <4 x float>, <4 x i32> }> <{ <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>, <4 x i32> <i32 5, i32 6, i32 7, i32 -8> }>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{!"air.render_target", i32 2, i32 0, !"air.arg_type_name", !"int4"}
!5 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
