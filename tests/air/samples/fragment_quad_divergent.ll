; Quad operations that some threads of a quad reach (those with x <= y), and others that the rest does: each counts its own.
; pixel 0 0: i32 8 61 0 1
; pixel 1 0: i32 2 34 0 2
; pixel 0 1: i32 8 29 1 1
; pixel 1 1: i32 8 29 4 1
; pixel 2 0: i32 10 47 0 1
; pixel 3 1: i32 10 15 6 1

declare i32 @air.convert.u.i32.f.f32(float)
declare i16 @air.quad_ballot(i1) #0
declare i1 @air.quad_all(i1) #0
declare i1 @air.quad_is_first() #0
declare i32 @air.quad_sum.u.i32(i32) #0
declare i32 @air.quad_prefix_exclusive_sum.u.i32(i32) #0
declare i32 @air.quad_broadcast_first.u.i32(i32) #0

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
  br i1 %c, label %yes, label %no

yes:
  %other = icmp ne i32 %v, 2
  %a.all = call i1 @air.quad_all(i1 %other)
  %a.sum = call i32 @air.quad_sum.u.i32(i32 %v)
  %a.set = call i16 @air.quad_ballot(i1 true)
  %a.first = call i1 @air.quad_is_first()
  %a.before = call i32 @air.quad_prefix_exclusive_sum.u.i32(i32 %v)
  %a.one = call i32 @air.quad_broadcast_first.u.i32(i32 %v)
  %a.bit = select i1 %a.all, i32 16, i32 0
  br label %end

no:
  %b.sum = call i32 @air.quad_sum.u.i32(i32 %v)
  %b.set = call i16 @air.quad_ballot(i1 true)
  %b.first = call i1 @air.quad_is_first()
  %b.before = call i32 @air.quad_prefix_exclusive_sum.u.i32(i32 %v)
  %b.one = call i32 @air.quad_broadcast_first.u.i32(i32 %v)
  br label %end

end:
  %sum = phi i32 [ %a.sum, %yes ], [ %b.sum, %no ]
  %set = phi i16 [ %a.set, %yes ], [ %b.set, %no ]
  %first = phi i1 [ %a.first, %yes ], [ %b.first, %no ]
  %before = phi i32 [ %a.before, %yes ], [ %b.before, %no ]
  %one = phi i32 [ %a.one, %yes ], [ %b.one, %no ]
  %bit = phi i32 [ %a.bit, %yes ], [ 0, %no ]
  %n = zext i16 %set to i32
  %f = select i1 %first, i32 32, i32 0
  %nf = or i32 %n, %f
  %nfb = or i32 %nf, %bit
  %c0 = insertelement <4 x i32> undef, i32 %sum, i32 0
  %c1 = insertelement <4 x i32> %c0, i32 %nfb, i32 1
  %c2 = insertelement <4 x i32> %c1, i32 %before, i32 2
  %c3 = insertelement <4 x i32> %c2, i32 %one, i32 3
  ret <4 x i32> %c3
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"uint4", !"air.arg_name", !"color0"}}
!2 = !{!3}
!3 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
