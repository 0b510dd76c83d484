; fragment float4 constant_fragment(Varyings in [[stage_in]], constant float4 *colors [[buffer(0)]], constant uint &index [[buffer(1)]]) {
;     return colors[index];
; }

define <4 x float> @constant_fragment(<4 x float> %position, <4 x float> %color, ptr addrspace(2) %colors, ptr addrspace(2) %index.at) {
  %index = load i32, ptr addrspace(2) %index.at, align 4
  %wide = zext i32 %index to i64
  %value.at = getelementptr inbounds <4 x float>, ptr addrspace(2) %colors, i64 %wide
  %value = load <4 x float>, ptr addrspace(2) %value.at, align 16
  ret <4 x float> %value
}

!air.fragment = !{!0}

!0 = !{ptr @constant_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!6 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"colors"}
!7 = !{i32 3, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"index.at"}
