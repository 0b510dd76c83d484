; A sum over those threads of a quad that are still in a loop.
; decline simd-in-divergent-flow

declare i32 @air.convert.u.i32.f.f32(float)
declare i32 @air.quad_sum.u.i32(i32) #0

define <4 x i32> @f(<4 x float> %position) {
  %x = extractelement <4 x float> %position, i32 0
  %y = extractelement <4 x float> %position, i32 1
  %xi = call i32 @air.convert.u.i32.f.f32(float %x)
  %yi = call i32 @air.convert.u.i32.f.f32(float %y)
  %xl = and i32 %xi, 1
  %yl = and i32 %yi, 1
  %yd = shl i32 %yl, 1
  %lane = or i32 %xl, %yd
  %v = add i32 %lane, 1
  %c = icmp ule i32 %xi, %yi
  br label %loop

loop:
  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
  %total = phi i32 [ 0, %0 ], [ %more, %loop ]
  %sum = call i32 @air.quad_sum.u.i32(i32 %v)
  %more = add i32 %total, %sum
  %next = add i32 %i, 1
  %goes = icmp ult i32 %next, %v
  br i1 %goes, label %loop, label %end

end:
  %c0 = insertelement <4 x i32> undef, i32 %more, i32 0
  %all = shufflevector <4 x i32> %c0, <4 x i32> undef, <4 x i32> zeroinitializer
  ret <4 x i32> %all
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"uint4", !"air.arg_name", !"color0"}}
!2 = !{!3}
!3 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
