; struct Vertex { float4 position; float4 color; };
; vertex Varyings texture_vertex(uint id [[vertex_id]], constant Vertex *vertices [[buffer(0)]], texture2d<float, access::read> image [[texture(0)]]) {
;     return {vertices[id].position, image.read(uint2(id / 6, 0))};
; }

%struct.Vertex = type { <4 x float>, <4 x float> }

define <{ <4 x float>, <4 x float> }> @texture_vertex(i32 %id, ptr addrspace(2) %vertices, ptr addrspace(1) %image) {
  %index = zext i32 %id to i64
  %position.at = getelementptr inbounds %struct.Vertex, ptr addrspace(2) %vertices, i64 %index, i32 0
  %position = load <4 x float>, ptr addrspace(2) %position.at, align 16
  %quad = udiv i32 %id, 6
  %at = insertelement <2 x i32> zeroinitializer, i32 %quad, i32 0
  %pair = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %image, <2 x i32> %at, i32 0, i32 1)
  %color = extractvalue { <4 x float>, i8 } %pair, 0
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %color, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

declare { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, i32, i32)

!air.vertex = !{!0}

!0 = !{ptr @texture_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!6 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Vertex", !"air.arg_name", !"vertices"}
!7 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"image"}
