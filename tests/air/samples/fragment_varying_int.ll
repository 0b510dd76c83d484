; Integers are flat; user semantics.
; pixel 0 0: i32 7 8 9 10

define <4 x i32> @f(<4 x i32> %i) {
  ret <4 x i32> %i
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"uint4"}
!4 = !{i32 0, !"air.fragment_input", !"user(ids)", !"air.flat", !"air.arg_type_name", !"uint4", !"air.arg_name", !"in0"}
