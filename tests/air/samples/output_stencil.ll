; The stencil reference.
; stencil 1 2: i8 9

define <{ <4 x float>, i32 }> @f(<2 x float> %uv) {
  ret <{ <4 x float>, i32 }> <{ <4 x float> zeroinitializer, i32 9 }>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{!"air.stencil", !"air.arg_type_name", !"uint"}
!5 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
