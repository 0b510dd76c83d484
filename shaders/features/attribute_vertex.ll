; struct Vertex { float4 position [[attribute(0)]]; float4 color [[attribute(1)]]; };
; vertex Varyings attribute_vertex(Vertex in [[stage_in]]) { return {in.position, in.color}; }

define <{ <4 x float>, <4 x float> }> @attribute_vertex(<4 x float> %position, <4 x float> %color) {
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %color, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

!air.vertex = !{!0}

!0 = !{ptr @attribute_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
