; struct Varyings { float4 position [[position]]; float2 uv; };
; vertex Varyings fullscreen_vertex(uint id [[vertex_id]]) {   // one triangle that covers the target; uv (0,0) at its top left
;     float2 uv = float2((id << 1) & 2, id & 2);
;     return {float4(uv.x * 2 - 1, 1 - uv.y * 2, 0, 1), uv};
; }

define <{ <4 x float>, <2 x float> }> @fullscreen_vertex(i32 noundef %id) local_unnamed_addr #0 {
  %twice = shl i32 %id, 1
  %u.bits = and i32 %twice, 2
  %v.bits = and i32 %id, 2
  %u = tail call fast float @air.convert.f.f32.u.i32(i32 %u.bits) #1
  %v = tail call fast float @air.convert.f.f32.u.i32(i32 %v.bits) #1
  %uv.x = insertelement <2 x float> poison, float %u, i64 0
  %uv = insertelement <2 x float> %uv.x, float %v, i64 1
  %u.twice = fmul fast float %u, 2.000000e+00
  %x = fadd fast float %u.twice, -1.000000e+00
  %v.twice = fmul fast float %v, 2.000000e+00
  %y = fsub fast float 1.000000e+00, %v.twice
  %clip.x = insertelement <4 x float> <float poison, float poison, float 0.000000e+00, float 1.000000e+00>, float %x, i64 0
  %clip = insertelement <4 x float> %clip.x, float %y, i64 1
  %out.0 = insertvalue <{ <4 x float>, <2 x float> }> undef, <4 x float> %clip, 0
  %out.1 = insertvalue <{ <4 x float>, <2 x float> }> %out.0, <2 x float> %uv, 1
  ret <{ <4 x float>, <2 x float> }> %out.1
}

declare float @air.convert.f.f32.u.i32(i32) local_unnamed_addr #1

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(none) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #1 = { mustprogress nofree nosync nounwind willreturn memory(none) }

!air.vertex = !{!0}

!0 = !{ptr @fullscreen_vertex, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_f)", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
