; struct Vertex { float4 position; float4 color; };
; struct Varyings { float4 position [[position]]; float size [[point_size]]; float4 color; };
; vertex Varyings point_vertex(uint id [[vertex_id]], constant Vertex *vertices [[buffer(0)]], constant float &size [[buffer(1)]]) {
;     return {vertices[id].position, size, vertices[id].color};
; }

%struct.Vertex = type { <4 x float>, <4 x float> }

define <{ <4 x float>, float, <4 x float> }> @point_vertex(i32 noundef %id, ptr addrspace(2) nocapture noundef readonly "air-buffer-no-alias" %vertices, ptr addrspace(2) nocapture noundef readonly "air-buffer-no-alias" %size.at) local_unnamed_addr {
  %index = zext i32 %id to i64
  %position.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 0
  %position = load <4 x float>, ptr addrspace(2) %position.at, align 16
  %color.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 1
  %color = load <4 x float>, ptr addrspace(2) %color.at, align 16
  %size = load float, ptr addrspace(2) %size.at, align 4
  %out.0 = insertvalue <{ <4 x float>, float, <4 x float> }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, float, <4 x float> }> %out.0, float %size, 1
  %out.2 = insertvalue <{ <4 x float>, float, <4 x float> }> %out.1, <4 x float> %color, 2
  ret <{ <4 x float>, float, <4 x float> }> %out.2
}

!air.vertex = !{!0}

!0 = !{ptr @point_vertex, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6, !7, !8}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.point_size", !"air.arg_type_name", !"float", !"air.arg_name", !"size"}
!5 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!6 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!7 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Vertex", !"air.arg_name", !"vertices"}
!8 = !{i32 2, !"air.buffer", !"air.buffer_size", i32 4, !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"float", !"air.arg_name", !"size"}
