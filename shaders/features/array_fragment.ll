; fragment float4 array_fragment(Varyings in [[stage_in]], constant uint &layer [[buffer(0)]], texture2d_array<float> image [[texture(0)]], sampler filter [[sampler(0)]]) {
;     return image.sample(filter, in.uv, layer);
; }

define <4 x float> @array_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(2) %layer.at, ptr addrspace(1) %image, ptr addrspace(2) %filter) {
  %layer = load i32, ptr addrspace(2) %layer.at, align 4
  %pair = call { <4 x float>, i8 } @air.sample_texture_2d_array.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %filter, <2 x float> %uv, i32 %layer, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %texel = extractvalue { <4 x float>, i8 } %pair, 0
  ret <4 x float> %texel
}

declare { <4 x float>, i8 } @air.sample_texture_2d_array.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i32, i1, <2 x i32>, i1, float, float, i32)

!air.fragment = !{!0}

!0 = !{ptr @array_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"layer.at"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d_array<float, sample>", !"air.arg_name", !"image"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"filter"}
