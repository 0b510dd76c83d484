; struct Outputs { float4 color [[color(0)]]; float depth [[depth(any)]]; };
; fragment Outputs depth_fragment(Varyings in [[stage_in]], constant float &depth [[buffer(0)]]) { return {in.color, depth}; }

define <{ <4 x float>, float }> @depth_fragment(<4 x float> %position, <4 x float> %color, ptr addrspace(2) %depth.at) {
  %depth = load float, ptr addrspace(2) %depth.at, align 4
  %out.0 = insertvalue <{ <4 x float>, float }> undef, <4 x float> %color, 0
  %out.1 = insertvalue <{ <4 x float>, float }> %out.0, float %depth, 1
  ret <{ <4 x float>, float }> %out.1
}

!air.fragment = !{!0}

!0 = !{ptr @depth_fragment, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{!"air.depth", !"air.depth_qualifier", !"air.any", !"air.arg_type_name", !"float"}
!5 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"float", !"air.arg_name", !"depth.at"}
