; Votes over a quad (pixels of x + y >= 3), a thread's number in it, and who comes first of those at work: all four.
; pixel 0 0: i32 0 0 0 241
; pixel 1 0: i32 0 0 1 240
; pixel 0 1: i32 0 0 2 240
; pixel 3 3: i32 15 3 3 240
; pixel 2 2: i32 15 3 0 241

declare i32 @air.convert.u.i32.f.f32(float)
declare i16 @air.quad_ballot(i1)
declare i1 @air.quad_any(i1)
declare i1 @air.quad_all(i1)
declare i1 @air.quad_is_first()
declare i16 @air.quad_active_threads_mask()
declare i1 @air.quad_is_helper_thread()

define <4 x i32> @f(<4 x float> %position, i32 %index) {
  %x = extractelement <4 x float> %position, i32 0
  %y = extractelement <4 x float> %position, i32 1
  %xi = call i32 @air.convert.u.i32.f.f32(float %x)
  %yi = call i32 @air.convert.u.i32.f.f32(float %y)
  %sum = add i32 %xi, %yi
  %is = icmp uge i32 %sum, 3
  %b = call i16 @air.quad_ballot(i1 %is)
  %r0 = zext i16 %b to i32
  %any = call i1 @air.quad_any(i1 %is)
  %all = call i1 @air.quad_all(i1 %is)
  %za = zext i1 %any to i32
  %zb = zext i1 %all to i32
  %zc = shl i32 %zb, 1
  %r1 = or i32 %za, %zc
  %helper = call i1 @air.quad_is_helper_thread()
  %zh = zext i1 %helper to i32
  %r2 = add i32 %index, %zh
  %first = call i1 @air.quad_is_first()
  %zf = zext i1 %first to i32
  %mask = call i16 @air.quad_active_threads_mask()
  %zm = zext i16 %mask to i32
  %zs = shl i32 %zm, 4
  %r3 = or i32 %zf, %zs
  %c0 = insertelement <4 x i32> undef, i32 %r0, i32 0
  %c1 = insertelement <4 x i32> %c0, i32 %r1, i32 1
  %c2 = insertelement <4 x i32> %c1, i32 %r2, i32 2
  %c3 = insertelement <4 x i32> %c2, i32 %r3, i32 3
  ret <4 x i32> %c3
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"uint4", !"air.arg_name", !"color0"}}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{i32 1, !"air.thread_index_in_quadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_quadgroup"}
