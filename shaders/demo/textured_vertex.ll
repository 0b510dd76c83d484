; struct Vertex { float2 position [[attribute(0)]]; float2 uv [[attribute(1)]]; };   // clip space
; struct Varyings { float4 position [[position]]; float2 uv; };
; vertex Varyings textured_vertex(Vertex in [[stage_in]]) { return {float4(in.position, 0, 1), in.uv}; }

define <{ <4 x float>, <2 x float> }> @textured_vertex(<2 x float> %position, <2 x float> %uv) local_unnamed_addr #0 {
  %wide = shufflevector <2 x float> %position, <2 x float> poison, <4 x i32> <i32 0, i32 1, i32 poison, i32 poison>
  %clip = shufflevector <4 x float> %wide, <4 x float> <float poison, float poison, float 0.000000e+00, float 1.000000e+00>, <4 x i32> <i32 0, i32 1, i32 6, i32 7>
  %out.0 = insertvalue <{ <4 x float>, <2 x float> }> undef, <4 x float> %clip, 0
  %out.1 = insertvalue <{ <4 x float>, <2 x float> }> %out.0, <2 x float> %uv, 1
  ret <{ <4 x float>, <2 x float> }> %out.1
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(none) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }

!air.vertex = !{!0}

!0 = !{ptr @textured_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5, !6}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_f)", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!5 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float2", !"air.arg_name", !"position"}
!6 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
