; struct Vertex { float4 position; float4 color; };
; struct Varyings { float4 position [[position]]; float4 color; };
; vertex Varyings triangle_vertex(uint id [[vertex_id]], constant Vertex *vertices [[buffer(0)]]) {
;     return {vertices[id].position, vertices[id].color};
; }

%struct.Vertex = type { <4 x float>, <4 x float> }

define <{ <4 x float>, <4 x float> }> @triangle_vertex(i32 noundef %id, ptr addrspace(2) nocapture noundef readonly "air-buffer-no-alias" %vertices) local_unnamed_addr #0 {
  %index = zext i32 %id to i64
  %position.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 0
  %position = load <4 x float>, ptr addrspace(2) %position.at, align 16
  %color.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 1
  %color = load <4 x float>, ptr addrspace(2) %color.at, align 16
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %color, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }

!air.vertex = !{!0}

!0 = !{ptr @triangle_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!6 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !7, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Vertex", !"air.arg_name", !"vertices"}
!7 = !{i32 0, i32 16, i32 0, !"float4", !"position", i32 16, i32 16, i32 0, !"float4", !"color"}
