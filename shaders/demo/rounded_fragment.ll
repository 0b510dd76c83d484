; struct Window { float2 size; float radius; float opacity; };   // pixels; uv runs over the window from 0 to 1
; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; fragment float4 rounded_fragment(Varyings in [[stage_in]], constant Window &window [[buffer(0)]],
;                                  texture2d<float> image [[texture(0)]], sampler linear [[sampler(0)]]) {
;     float2 halfBox = window.size * 0.5;
;     float2 p = abs(in.uv * window.size - halfBox) - (halfBox - window.radius);
;     float distance = length(max(p, 0)) + min(max(p.x, p.y), 0.0f) - window.radius;   // to the rounded rectangle's edge
;     return image.sample(linear, in.uv) * in.color * (saturate(0.5f - distance) * window.opacity);
; }

%struct.Window = type { <2 x float>, float, float }

define <4 x float> @rounded_fragment(<4 x float> %position, <2 x float> %uv, <4 x float> %color, ptr addrspace(2) nocapture noundef readonly align 8 dereferenceable(16) "air-buffer-no-alias" %window, ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear) local_unnamed_addr #0 {
  %size.at = getelementptr inbounds %struct.Window, ptr addrspace(2) %window, i64 0, i32 0
  %size = load <2 x float>, ptr addrspace(2) %size.at, align 8
  %radius.at = getelementptr inbounds %struct.Window, ptr addrspace(2) %window, i64 0, i32 1
  %radius = load float, ptr addrspace(2) %radius.at, align 8
  %opacity.at = getelementptr inbounds %struct.Window, ptr addrspace(2) %window, i64 0, i32 2
  %opacity = load float, ptr addrspace(2) %opacity.at, align 4
  %halfBox = fmul fast <2 x float> %size, <float 5.000000e-01, float 5.000000e-01>
  %pixel = fmul fast <2 x float> %size, %uv
  %fromCenter = fsub fast <2 x float> %pixel, %halfBox
  %absolute = tail call fast <2 x float> @air.fast_fabs.v2f32(<2 x float> %fromCenter) #1
  %radius.1 = insertelement <2 x float> poison, float %radius, i64 0
  %radius.2 = shufflevector <2 x float> %radius.1, <2 x float> poison, <2 x i32> zeroinitializer
  %inner = fsub fast <2 x float> %halfBox, %radius.2
  %p = fsub fast <2 x float> %absolute, %inner
  %outside = tail call fast <2 x float> @air.fast_fmax.v2f32(<2 x float> %p, <2 x float> zeroinitializer) #1
  %outside.squared = tail call fast float @air.dot.v2f32(<2 x float> %outside, <2 x float> %outside) #1
  %outside.length = tail call fast float @air.fast_sqrt.f32(float %outside.squared) #1
  %p.x = extractelement <2 x float> %p, i64 0
  %p.y = extractelement <2 x float> %p, i64 1
  %p.max = tail call fast float @air.fast_fmax.f32(float %p.x, float %p.y) #1
  %inside = tail call fast float @air.fast_fmin.f32(float %p.max, float 0.000000e+00) #1
  %signed = fadd fast float %outside.length, %inside
  %distance = fsub fast float %signed, %radius
  %ramp = fsub fast float 5.000000e-01, %distance
  %coverage = tail call fast float @air.fast_saturate.f32(float %ramp) #1
  %factor = fmul fast float %coverage, %opacity
  %texel.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %texel = extractvalue { <4 x float>, i8 } %texel.pair, 0
  %tinted = fmul fast <4 x float> %texel, %color
  %factors.1 = insertelement <4 x float> poison, float %factor, i64 0
  %factors = shufflevector <4 x float> %factors.1, <4 x float> poison, <4 x i32> zeroinitializer
  %result = fmul fast <4 x float> %tinted, %factors
  ret <4 x float> %result
}

declare <2 x float> @air.fast_fabs.v2f32(<2 x float>) local_unnamed_addr #1
declare <2 x float> @air.fast_fmax.v2f32(<2 x float>, <2 x float>) local_unnamed_addr #1
declare float @air.fast_fmax.f32(float, float) local_unnamed_addr #1
declare float @air.fast_fmin.f32(float, float) local_unnamed_addr #1
declare float @air.dot.v2f32(<2 x float>, <2 x float>) local_unnamed_addr #1
declare float @air.fast_sqrt.f32(float) local_unnamed_addr #1
declare float @air.fast_saturate.f32(float) local_unnamed_addr #1
declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly, ptr addrspace(2) nocapture readonly, <2 x float>, i1, <2 x i32>, i1, float, float, i32) local_unnamed_addr #2

attributes #0 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #1 = { mustprogress nofree nosync nounwind willreturn memory(none) }
attributes #2 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) }

!air.fragment = !{!0}

!0 = !{ptr @rounded_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !9, !10}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 3, !"air.buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !8, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Window", !"air.arg_name", !"window"}
!8 = !{i32 0, i32 8, i32 0, !"float2", !"size", i32 8, i32 4, i32 0, !"float", !"radius", i32 12, i32 4, i32 0, !"float", !"opacity"}
!9 = !{i32 4, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"image"}
!10 = !{i32 5, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"linear"}
