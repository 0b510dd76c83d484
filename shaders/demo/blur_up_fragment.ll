; struct Varyings { float4 position [[position]]; float2 uv; };
; fragment float4 blur_up_fragment(Varyings in [[stage_in]], constant float2 &texelSize [[buffer(0)]],   // 1 / source size
;                                  texture2d<float> image [[texture(0)]], sampler linear [[sampler(0)]]) {
;     float4 sum = 0;   // unrolled: four taps one texel away, four diagonal ones half a texel away with weight 2
;     for (float2 side : {float2(-1, 0), float2(1, 0), float2(0, -1), float2(0, 1)}) sum += image.sample(linear, in.uv + side * texelSize);
;     for (float2 corner : {float2(-0.5, -0.5), float2(0.5, -0.5), float2(-0.5, 0.5), float2(0.5, 0.5)})
;         sum += image.sample(linear, in.uv + corner * texelSize) * 2;
;     return sum / 12;
; }

define <4 x float> @blur_up_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(2) nocapture noundef readonly align 8 dereferenceable(8) "air-buffer-no-alias" %texelSize, ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear) local_unnamed_addr #0 {
  %texel = load <2 x float>, ptr addrspace(2) %texelSize, align 8
  %step1 = fmul fast <2 x float> %texel, <float -1.000000e+00, float 0.000000e+00>
  %at1 = fadd fast <2 x float> %uv, %step1
  %tap1.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at1, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap1 = extractvalue { <4 x float>, i8 } %tap1.pair, 0
  %step2 = fmul fast <2 x float> %texel, <float 1.000000e+00, float 0.000000e+00>
  %at2 = fadd fast <2 x float> %uv, %step2
  %tap2.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at2, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap2 = extractvalue { <4 x float>, i8 } %tap2.pair, 0
  %sum2 = fadd fast <4 x float> %tap1, %tap2
  %step3 = fmul fast <2 x float> %texel, <float 0.000000e+00, float -1.000000e+00>
  %at3 = fadd fast <2 x float> %uv, %step3
  %tap3.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at3, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap3 = extractvalue { <4 x float>, i8 } %tap3.pair, 0
  %sum3 = fadd fast <4 x float> %sum2, %tap3
  %step4 = fmul fast <2 x float> %texel, <float 0.000000e+00, float 1.000000e+00>
  %at4 = fadd fast <2 x float> %uv, %step4
  %tap4.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at4, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap4 = extractvalue { <4 x float>, i8 } %tap4.pair, 0
  %sum4 = fadd fast <4 x float> %sum3, %tap4
  %step5 = fmul fast <2 x float> %texel, <float -5.000000e-01, float -5.000000e-01>
  %at5 = fadd fast <2 x float> %uv, %step5
  %tap5.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at5, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap5 = extractvalue { <4 x float>, i8 } %tap5.pair, 0
  %weighted5 = fmul fast <4 x float> %tap5, <float 2.000000e+00, float 2.000000e+00, float 2.000000e+00, float 2.000000e+00>
  %sum5 = fadd fast <4 x float> %sum4, %weighted5
  %step6 = fmul fast <2 x float> %texel, <float 5.000000e-01, float -5.000000e-01>
  %at6 = fadd fast <2 x float> %uv, %step6
  %tap6.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at6, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap6 = extractvalue { <4 x float>, i8 } %tap6.pair, 0
  %weighted6 = fmul fast <4 x float> %tap6, <float 2.000000e+00, float 2.000000e+00, float 2.000000e+00, float 2.000000e+00>
  %sum6 = fadd fast <4 x float> %sum5, %weighted6
  %step7 = fmul fast <2 x float> %texel, <float -5.000000e-01, float 5.000000e-01>
  %at7 = fadd fast <2 x float> %uv, %step7
  %tap7.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at7, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap7 = extractvalue { <4 x float>, i8 } %tap7.pair, 0
  %weighted7 = fmul fast <4 x float> %tap7, <float 2.000000e+00, float 2.000000e+00, float 2.000000e+00, float 2.000000e+00>
  %sum7 = fadd fast <4 x float> %sum6, %weighted7
  %step8 = fmul fast <2 x float> %texel, <float 5.000000e-01, float 5.000000e-01>
  %at8 = fadd fast <2 x float> %uv, %step8
  %tap8.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %at8, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %tap8 = extractvalue { <4 x float>, i8 } %tap8.pair, 0
  %weighted8 = fmul fast <4 x float> %tap8, <float 2.000000e+00, float 2.000000e+00, float 2.000000e+00, float 2.000000e+00>
  %sum8 = fadd fast <4 x float> %sum7, %weighted8
  %result = fmul fast <4 x float> %sum8, <float 0x3FB5555560000000, float 0x3FB5555560000000, float 0x3FB5555560000000, float 0x3FB5555560000000>
  ret <4 x float> %result
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly, ptr addrspace(2) nocapture readonly, <2 x float>, i1, <2 x i32>, i1, float, float, i32) local_unnamed_addr #2

attributes #0 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #2 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) }

!air.fragment = !{!0}

!0 = !{ptr @blur_up_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.buffer", !"air.buffer_size", i32 8, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"float2", !"air.arg_name", !"texelSize"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"image"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"linear"}
