; struct Outputs { float4 color [[color(0)]]; uint mask [[sample_mask]]; };
; fragment Outputs mask_fragment(Varyings in [[stage_in]], constant uint &mask [[buffer(0)]]) { return {in.color, mask}; }

define <{ <4 x float>, i32 }> @mask_fragment(<4 x float> %position, <4 x float> %color, ptr addrspace(2) %mask.at) {
  %mask = load i32, ptr addrspace(2) %mask.at, align 4
  %out.0 = insertvalue <{ <4 x float>, i32 }> undef, <4 x float> %color, 0
  %out.1 = insertvalue <{ <4 x float>, i32 }> %out.0, i32 %mask, 1
  ret <{ <4 x float>, i32 }> %out.1
}

!air.fragment = !{!0}

!0 = !{ptr @mask_fragment, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{!"air.sample_mask", !"air.arg_type_name", !"uint"}
!5 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"mask.at"}
