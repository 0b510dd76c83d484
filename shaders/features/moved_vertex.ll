; struct Vertex { float4 position [[attribute(0)]]; float4 color [[attribute(1)]]; float4 offset [[attribute(2)]]; };
; vertex Varyings moved_vertex(Vertex in [[stage_in]]) { return {in.position + float4(in.offset.xy, 0, 0), in.color}; }

define <{ <4 x float>, <4 x float> }> @moved_vertex(<4 x float> %position, <4 x float> %color, <4 x float> %offset) {
  %xy = shufflevector <4 x float> %offset, <4 x float> zeroinitializer, <4 x i32> <i32 0, i32 1, i32 4, i32 5>
  %moved = fadd <4 x float> %position, %xy
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %moved, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %color, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

!air.vertex = !{!0}

!0 = !{ptr @moved_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 2, !"air.vertex_input", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"offset"}
