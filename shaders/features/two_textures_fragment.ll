; fragment float4 two_textures_fragment(Varyings in [[stage_in]], texture2d<float> first [[texture(0)]], texture2d<float> second [[texture(1)]],
;                                       sampler filter [[sampler(0)]]) {
;     return float4(first.sample(filter, in.uv).r, second.sample(filter, in.uv).gb, 1);
; }

define <4 x float> @two_textures_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(1) %first, ptr addrspace(1) %second, ptr addrspace(2) %filter) {
  %first.pair = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %first, ptr addrspace(2) %filter, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %second.pair = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %second, ptr addrspace(2) %filter, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %a = extractvalue { <4 x float>, i8 } %first.pair, 0
  %b = extractvalue { <4 x float>, i8 } %second.pair, 0
  %mixed = shufflevector <4 x float> %a, <4 x float> %b, <4 x i32> <i32 0, i32 5, i32 6, i32 poison>
  %result = insertelement <4 x float> %mixed, float 1.0, i32 3
  ret <4 x float> %result
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

!air.fragment = !{!0}

!0 = !{ptr @two_textures_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"first"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"second"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"filter"}
