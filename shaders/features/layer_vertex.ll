; struct Vertex { float4 position; float4 color; };
; struct Varyings { float4 position [[position]]; float4 color; uint layer [[render_target_array_index]]; };
; vertex Varyings layer_vertex(uint id [[vertex_id]], uint instance [[instance_id]], constant Vertex *vertices [[buffer(0)]]) {
;     return {vertices[id].position, vertices[id].color, instance};
; }

%struct.Vertex = type { <4 x float>, <4 x float> }

define <{ <4 x float>, <4 x float>, i32 }> @layer_vertex(i32 %id, i32 %instance, ptr addrspace(2) %vertices) {
  %index = zext i32 %id to i64
  %position.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 0
  %position = load <4 x float>, ptr addrspace(2) %position.at, align 16
  %color.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 1
  %color = load <4 x float>, ptr addrspace(2) %color.at, align 16
  %out.0 = insertvalue <{ <4 x float>, <4 x float>, i32 }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float>, i32 }> %out.0, <4 x float> %color, 1
  %out.2 = insertvalue <{ <4 x float>, <4 x float>, i32 }> %out.1, i32 %instance, 2
  ret <{ <4 x float>, <4 x float>, i32 }> %out.2
}

!air.vertex = !{!0}

!0 = !{ptr @layer_vertex, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6, !7, !8}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{!"air.render_target_array_index", !"air.arg_type_name", !"uint"}
!6 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!7 = !{i32 1, !"air.instance_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"instance"}
!8 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Vertex", !"air.arg_name", !"vertices"}
