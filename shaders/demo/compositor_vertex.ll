; struct Vertex {   // 48 bytes in buffer 0
;     float4 position [[attribute(0)]];   // offset 0: pixels from the target's top left, z and w as they are
;     float2 uv [[attribute(1)]];         // offset 16
;     float4 color [[attribute(2)]];      // offset 32: uchar4Normalized, premultiplied
; };
; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; vertex Varyings compositor_vertex(Vertex in [[stage_in]], constant float4 &pixelToClip [[buffer(1)]]) {
;     // For a target of w x h pixels: pixelToClip = (2 / w, -2 / h, -1, 1).
;     return {float4(in.position.xy * pixelToClip.xy + pixelToClip.zw, in.position.zw), in.uv, in.color};
; }

define <{ <4 x float>, <2 x float>, <4 x float> }> @compositor_vertex(<4 x float> %position, <2 x float> %uv, <4 x float> %color, ptr addrspace(2) nocapture noundef readonly align 16 dereferenceable(16) "air-buffer-no-alias" %pixelToClip) local_unnamed_addr #0 {
  %map = load <4 x float>, ptr addrspace(2) %pixelToClip, align 16
  %pixel = shufflevector <4 x float> %position, <4 x float> poison, <2 x i32> <i32 0, i32 1>
  %scale = shufflevector <4 x float> %map, <4 x float> poison, <2 x i32> <i32 0, i32 1>
  %offset = shufflevector <4 x float> %map, <4 x float> poison, <2 x i32> <i32 2, i32 3>
  %scaled = fmul fast <2 x float> %pixel, %scale
  %moved = fadd fast <2 x float> %scaled, %offset
  %wide = shufflevector <2 x float> %moved, <2 x float> poison, <4 x i32> <i32 0, i32 1, i32 poison, i32 poison>
  %clip = shufflevector <4 x float> %wide, <4 x float> %position, <4 x i32> <i32 0, i32 1, i32 6, i32 7>
  %out.0 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> undef, <4 x float> %clip, 0
  %out.1 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> %out.0, <2 x float> %uv, 1
  %out.2 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> %out.1, <4 x float> %color, 2
  ret <{ <4 x float>, <2 x float>, <4 x float> }> %out.2
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }

!air.vertex = !{!0}

!0 = !{ptr @compositor_vertex, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6, !7, !8, !9}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_f)", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!5 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!6 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!7 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!8 = !{i32 2, !"air.vertex_input", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!9 = !{i32 3, !"air.buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"pixelToClip"}
