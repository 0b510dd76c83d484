; struct Vertex { float4 position; float4 color; };
; struct Instance { float4 offset; float4 color; };
; vertex Varyings instance_vertex(uint id [[vertex_id]], uint instance [[instance_id]], constant Vertex *vertices [[buffer(0)]],
;                                 constant Instance *instances [[buffer(1)]]) {
;     return {vertices[id].position + instances[instance].offset, instances[instance].color};
; }

%struct.Vertex = type { <4 x float>, <4 x float> }

define <{ <4 x float>, <4 x float> }> @instance_vertex(i32 %id, i32 %instance, ptr addrspace(2) %vertices, ptr addrspace(2) %instances) {
  %index = zext i32 %id to i64
  %position.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 0
  %position = load <4 x float>, ptr addrspace(2) %position.at, align 16
  %number = zext i32 %instance to i64
  %offset.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %instances, i64 %number, i32 0
  %offset = load <4 x float>, ptr addrspace(2) %offset.at, align 16
  %color.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %instances, i64 %number, i32 1
  %color = load <4 x float>, ptr addrspace(2) %color.at, align 16
  %moved = fadd <4 x float> %position, %offset
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %moved, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %color, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

!air.vertex = !{!0}

!0 = !{ptr @instance_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7, !8}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!6 = !{i32 1, !"air.instance_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"instance"}
!7 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Vertex", !"air.arg_name", !"vertices"}
!8 = !{i32 3, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Instance", !"air.arg_name", !"instances"}
