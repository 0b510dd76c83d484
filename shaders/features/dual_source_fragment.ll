; struct Sources { float4 first [[color(0), index(0)]]; float4 second [[color(0), index(1)]]; };
; fragment Sources dual_source_fragment(Varyings in [[stage_in]], constant float4 &second [[buffer(0)]]) { return {in.color, second}; }

define <{ <4 x float>, <4 x float> }> @dual_source_fragment(<4 x float> %position, <4 x float> %color, ptr addrspace(2) %second.at) {
  %second = load <4 x float>, ptr addrspace(2) %second.at, align 16
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %color, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %second, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

!air.fragment = !{!0}

!0 = !{ptr @dual_source_fragment, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{!"air.render_target", i32 0, i32 1, !"air.arg_type_name", !"float4"}
!5 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"second.at"}
