; struct Targets { float4 first [[color(0)]]; float4 second [[color(1)]]; };
; fragment Targets two_targets_fragment(Varyings in [[stage_in]]) { return {in.color, in.color.bgra}; }

define <{ <4 x float>, <4 x float> }> @two_targets_fragment(<4 x float> %position, <4 x float> %color) {
  %second = shufflevector <4 x float> %color, <4 x float> poison, <4 x i32> <i32 2, i32 1, i32 0, i32 3>
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %color, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %second, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

!air.fragment = !{!0}

!0 = !{ptr @two_targets_fragment, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{!"air.render_target", i32 1, i32 0, !"air.arg_type_name", !"float4"}
!5 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
