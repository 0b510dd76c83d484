; Words of a quad's other pixels, whole: the one across, the next one, the one below the first; and a sum up to the own one.
; pixel 0 0: i32 -2146483640 -2146483640 -2077483642 -2147483643
; pixel 1 0: i32 -2147483643 -2077483642 -2077483642 1000013
; pixel 2 1: i32 -2074483633 -2074483633 -2075483636 -2070483611
; pixel 3 3: i32 -1935483634 -1934483631 -1935483634 710000060
; pixel 1 2: i32 -2007483641 -1937483640 -1937483640 281000017

declare i32 @air.convert.u.i32.f.f32(float)
declare i32 @air.quad_shuffle_xor.u.i32(i32, i16)
declare i32 @air.quad_shuffle_down.u.i32(i32, i16)
declare i32 @air.quad_broadcast.u.i32(i32, i16)
declare i32 @air.quad_prefix_inclusive_sum.u.i32(i32)

define <4 x i32> @f(<4 x float> %position) {
  %x = extractelement <4 x float> %position, i32 0
  %y = extractelement <4 x float> %position, i32 1
  %xi = call i32 @air.convert.u.i32.f.f32(float %x)
  %yi = call i32 @air.convert.u.i32.f.f32(float %y)
  %a = mul i32 %xi, 1000003
  %b = mul i32 %yi, 70000001
  %ab = add i32 %a, %b
  %v = add i32 %ab, -2147483643
  %r0 = call i32 @air.quad_shuffle_xor.u.i32(i32 %v, i16 1)
  %r1 = call i32 @air.quad_shuffle_down.u.i32(i32 %v, i16 1)
  %r2 = call i32 @air.quad_broadcast.u.i32(i32 %v, i16 2)
  %r3 = call i32 @air.quad_prefix_inclusive_sum.u.i32(i32 %v)
  %c0 = insertelement <4 x i32> undef, i32 %r0, i32 0
  %c1 = insertelement <4 x i32> %c0, i32 %r1, i32 1
  %c2 = insertelement <4 x i32> %c1, i32 %r2, i32 2
  %c3 = insertelement <4 x i32> %c2, i32 %r3, i32 3
  ret <4 x i32> %c3
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"uint4", !"air.arg_name", !"color0"}}
!2 = !{!3}
!3 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
