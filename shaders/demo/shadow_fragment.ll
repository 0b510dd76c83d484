; struct Shadow { float2 quad; float2 box; float radius; float blur; float offset; float opacity; };   // pixels
; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; fragment float4 shadow_fragment(Varyings in [[stage_in]], constant Shadow &shadow [[buffer(0)]]) {
;     // A box in the middle of the quad, moved down by offset; its edge fades over blur pixels to either side.
;     float2 fromCenter = in.uv * shadow.quad - (shadow.quad * 0.5 + float2(0, shadow.offset));
;     float2 p = abs(fromCenter) - (shadow.box * 0.5 - shadow.radius);
;     float distance = length(max(p, 0)) + min(max(p.x, p.y), 0.0f) - shadow.radius;
;     float t = saturate((distance + shadow.blur) / (2 * shadow.blur));
;     return in.color * ((1 - t * t * (3 - 2 * t)) * shadow.opacity);
; }

%struct.Shadow = type { <2 x float>, <2 x float>, float, float, float, float }

define <4 x float> @shadow_fragment(<4 x float> %position, <2 x float> %uv, <4 x float> %color, ptr addrspace(2) nocapture noundef readonly align 8 dereferenceable(32) "air-buffer-no-alias" %shadow) local_unnamed_addr #0 {
  %quad.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 0
  %quad = load <2 x float>, ptr addrspace(2) %quad.at, align 8
  %box.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 1
  %box = load <2 x float>, ptr addrspace(2) %box.at, align 8
  %radius.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 2
  %radius = load float, ptr addrspace(2) %radius.at, align 8
  %blur.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 3
  %blur = load float, ptr addrspace(2) %blur.at, align 4
  %offset.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 4
  %offset = load float, ptr addrspace(2) %offset.at, align 8
  %opacity.at = getelementptr inbounds %struct.Shadow, ptr addrspace(2) %shadow, i64 0, i32 5
  %opacity = load float, ptr addrspace(2) %opacity.at, align 4
  %halfBox = fmul fast <2 x float> %box, <float 5.000000e-01, float 5.000000e-01>
  %middle = fmul fast <2 x float> %quad, <float 5.000000e-01, float 5.000000e-01>
  %down = insertelement <2 x float> <float 0.000000e+00, float poison>, float %offset, i64 1
  %center = fadd fast <2 x float> %middle, %down
  %pixel = fmul fast <2 x float> %quad, %uv
  %fromCenter = fsub fast <2 x float> %pixel, %center
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
  %above = fadd fast float %distance, %blur
  %width = fmul fast float %blur, 2.000000e+00
  %ratio = fdiv fast float %above, %width
  %t = tail call fast float @air.fast_saturate.f32(float %ratio) #1
  %t.squared = fmul fast float %t, %t
  %t.twice = fmul fast float %t, 2.000000e+00
  %slope = fsub fast float 3.000000e+00, %t.twice
  %step = fmul fast float %t.squared, %slope
  %darkness = fsub fast float 1.000000e+00, %step
  %factor = fmul fast float %darkness, %opacity
  %factors.1 = insertelement <4 x float> poison, float %factor, i64 0
  %factors = shufflevector <4 x float> %factors.1, <4 x float> poison, <4 x i32> zeroinitializer
  %result = fmul fast <4 x float> %color, %factors
  ret <4 x float> %result
}

declare <2 x float> @air.fast_fabs.v2f32(<2 x float>) local_unnamed_addr #1
declare <2 x float> @air.fast_fmax.v2f32(<2 x float>, <2 x float>) local_unnamed_addr #1
declare float @air.fast_fmax.f32(float, float) local_unnamed_addr #1
declare float @air.fast_fmin.f32(float, float) local_unnamed_addr #1
declare float @air.dot.v2f32(<2 x float>, <2 x float>) local_unnamed_addr #1
declare float @air.fast_sqrt.f32(float) local_unnamed_addr #1
declare float @air.fast_saturate.f32(float) local_unnamed_addr #1

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #1 = { mustprogress nofree nosync nounwind willreturn memory(none) }

!air.fragment = !{!0}

!0 = !{ptr @shadow_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 3, !"air.buffer", !"air.buffer_size", i32 32, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !8, !"air.arg_type_size", i32 32, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Shadow", !"air.arg_name", !"shadow"}
!8 = !{i32 0, i32 8, i32 0, !"float2", !"quad", i32 8, i32 8, i32 0, !"float2", !"box", i32 16, i32 4, i32 0, !"float", !"radius", i32 20, i32 4, i32 0, !"float", !"blur", i32 24, i32 4, i32 0, !"float", !"offset", i32 28, i32 4, i32 0, !"float", !"opacity"}
