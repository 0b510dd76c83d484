; Depth, qualified as less.
; depth 1 2: f32 0.25

define <{ <4 x float>, float }> @f(<2 x float> %uv) {
  ret <{ <4 x float>, float }> <{ <4 x float> zeroinitializer, float 0.25 }>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{!"air.depth", !"air.depth_qualifier", !"air.less", !"air.arg_type_name", !"float"}
!5 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
