; fragment float4 depth_sample_fragment(Varyings in [[stage_in]], depth2d<float> image [[texture(0)]], sampler filter [[sampler(0)]]) {
;     return float4(image.sample(filter, in.uv), 0, 0, 1);
; }

define <4 x float> @depth_sample_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(1) %image, ptr addrspace(2) %filter) {
  %pair = call { float, i8 } @air.sample_depth_2d.f32(ptr addrspace(1) %image, ptr addrspace(2) %filter, i32 1, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %value = extractvalue { float, i8 } %pair, 0
  %result = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %value, i32 0
  ret <4 x float> %result
}

declare { float, i8 } @air.sample_depth_2d.f32(ptr addrspace(1), ptr addrspace(2), i32, <2 x float>, i1, <2 x i32>, i1, float, float, i32)

!air.fragment = !{!0}

!0 = !{ptr @depth_sample_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"depth2d<float, sample>", !"air.arg_name", !"image"}
!7 = !{i32 3, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"filter"}
