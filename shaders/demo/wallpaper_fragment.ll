; struct Wallpaper { float4 top; float4 bottom; float4 accent; float time; uint waves; };
; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; fragment float4 wallpaper_fragment(Varyings in [[stage_in]], constant Wallpaper &wallpaper [[buffer(0)]]) {
;     float4 color = mix(wallpaper.top, wallpaper.bottom, in.uv.y);
;     for (uint i = 0; i < wallpaper.waves; ++i) {
;         float k = float(i) + 1;
;         float crest = sin(in.uv.x * (2 + k) + wallpaper.time * k * 0.25f) * 0.125f + k * 0.125f;
;         if (in.uv.y > crest) color = mix(color, wallpaper.accent, 0.125f);
;     }
;     return color * in.color;
; }

%struct.Wallpaper = type { <4 x float>, <4 x float>, <4 x float>, float, i32, [8 x i8] }

define <4 x float> @wallpaper_fragment(<4 x float> %position, <2 x float> %uv, <4 x float> %color, ptr addrspace(2) nocapture noundef readonly align 16 dereferenceable(64) "air-buffer-no-alias" %wallpaper) local_unnamed_addr #0 {
entry:
  %top.at = getelementptr inbounds %struct.Wallpaper, ptr addrspace(2) %wallpaper, i64 0, i32 0
  %top = load <4 x float>, ptr addrspace(2) %top.at, align 16
  %bottom.at = getelementptr inbounds %struct.Wallpaper, ptr addrspace(2) %wallpaper, i64 0, i32 1
  %bottom = load <4 x float>, ptr addrspace(2) %bottom.at, align 16
  %v = shufflevector <2 x float> %uv, <2 x float> poison, <4 x i32> <i32 1, i32 1, i32 1, i32 1>
  %gradient = tail call fast <4 x float> @air.mix.v4f32(<4 x float> %top, <4 x float> %bottom, <4 x float> %v) #1
  %waves.at = getelementptr inbounds %struct.Wallpaper, ptr addrspace(2) %wallpaper, i64 0, i32 4
  %waves = load i32, ptr addrspace(2) %waves.at, align 4
  %none = icmp eq i32 %waves, 0
  br i1 %none, label %done, label %prepare

prepare:
  %time.at = getelementptr inbounds %struct.Wallpaper, ptr addrspace(2) %wallpaper, i64 0, i32 3
  %accent.at = getelementptr inbounds %struct.Wallpaper, ptr addrspace(2) %wallpaper, i64 0, i32 2
  %x = extractelement <2 x float> %uv, i64 0
  %y = extractelement <2 x float> %uv, i64 1
  br label %wave

wave:
  %i = phi i32 [ 0, %prepare ], [ %next, %joined ]
  %before = phi <4 x float> [ %gradient, %prepare ], [ %after, %joined ]
  %i.float = tail call fast float @air.convert.f.f32.u.i32(i32 %i) #1
  %k = fadd fast float %i.float, 1.000000e+00
  %frequency = fadd fast float %i.float, 3.000000e+00
  %along = fmul fast float %frequency, %x
  %time = load float, ptr addrspace(2) %time.at, align 16
  %speed = fmul fast float %k, 2.500000e-01
  %drift = fmul fast float %speed, %time
  %angle = fadd fast float %along, %drift
  %sine = tail call fast float @air.fast_sin.f32(float %angle) #1
  %swing = fmul fast float %sine, 1.250000e-01
  %level = fmul fast float %k, 1.250000e-01
  %crest = fadd fast float %swing, %level
  %below = fcmp fast ogt float %y, %crest
  br i1 %below, label %tint, label %joined

tint:
  %accent = load <4 x float>, ptr addrspace(2) %accent.at, align 16
  %tinted = tail call fast <4 x float> @air.mix.v4f32(<4 x float> %before, <4 x float> %accent, <4 x float> <float 1.250000e-01, float 1.250000e-01, float 1.250000e-01, float 1.250000e-01>) #1
  br label %joined

joined:
  %after = phi <4 x float> [ %tinted, %tint ], [ %before, %wave ]
  %next = add nuw i32 %i, 1
  %last = icmp eq i32 %next, %waves
  br i1 %last, label %done, label %wave

done:
  %total = phi <4 x float> [ %gradient, %entry ], [ %after, %joined ]
  %result = fmul fast <4 x float> %total, %color
  ret <4 x float> %result
}

declare <4 x float> @air.mix.v4f32(<4 x float>, <4 x float>, <4 x float>) local_unnamed_addr #1
declare float @air.convert.f.f32.u.i32(i32) local_unnamed_addr #1
declare float @air.fast_sin.f32(float) local_unnamed_addr #1

attributes #0 = { mustprogress nofree nosync nounwind memory(argmem: read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #1 = { mustprogress nofree nosync nounwind willreturn memory(none) }

!air.fragment = !{!0}

!0 = !{ptr @wallpaper_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 3, !"air.buffer", !"air.buffer_size", i32 64, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !8, !"air.arg_type_size", i32 64, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Wallpaper", !"air.arg_name", !"wallpaper"}
!8 = !{i32 0, i32 16, i32 0, !"float4", !"top", i32 16, i32 16, i32 0, !"float4", !"bottom", i32 32, i32 16, i32 0, !"float4", !"accent", i32 48, i32 4, i32 0, !"float", !"time", i32 52, i32 4, i32 0, !"uint", !"waves"}
