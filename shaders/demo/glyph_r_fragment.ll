; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; fragment float4 glyph_r_fragment(Varyings in [[stage_in]], texture2d<float> atlas [[texture(0)]], sampler linear [[sampler(0)]]) {
;     return in.color * atlas.sample(linear, in.uv).r;   // coverage in red: R8Unorm
; }

define <4 x float> @glyph_r_fragment(<4 x float> %position, <2 x float> %uv, <4 x float> %color, ptr addrspace(1) nocapture readonly %atlas, ptr addrspace(2) nocapture readonly %linear) local_unnamed_addr #0 {
  %texel.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %atlas, ptr addrspace(2) nocapture readonly %linear, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %texel = extractvalue { <4 x float>, i8 } %texel.pair, 0
  %coverage = shufflevector <4 x float> %texel, <4 x float> poison, <4 x i32> <i32 0, i32 0, i32 0, i32 0>
  %result = fmul fast <4 x float> %coverage, %color
  ret <4 x float> %result
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly, ptr addrspace(2) nocapture readonly, <2 x float>, i1, <2 x i32>, i1, float, float, i32) local_unnamed_addr #2

attributes #0 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #2 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) }

!air.fragment = !{!0}

!0 = !{ptr @glyph_r_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"atlas"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"linear"}
