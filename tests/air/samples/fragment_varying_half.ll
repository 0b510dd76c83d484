; A half varying of three lanes.
; pixel 1 2: f32 0.375 0.625 0.25 1

define <4 x half> @f(<3 x half> %v) {
  %a = shufflevector <3 x half> %v, <3 x half> poison, <4 x i32> <i32 0, i32 1, i32 2, i32 poison>
  %b = insertelement <4 x half> %a, half 1.0, i32 3
  ret <4 x half> %b
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"half4"}
!4 = !{i32 0, !"air.fragment_input", !"generated(1vDv3_Dh)", !"air.center", !"air.perspective", !"air.arg_type_name", !"half3", !"air.arg_name", !"in0"}
