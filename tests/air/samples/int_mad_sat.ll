; air.mad_sat at every width.
; buffer 0: @0 i8 127 @16 i8 3 @32 i8 25 @48 i8 42 @64 i8 63 @80 i8 2 @96 i16 32767 @112 i16 3 @128 i16 6553 @144 i16 10922
; buffer 0: @160 i16 16383 @176 i16 2 @192 i32 2147483647 @208 i32 3 @224 i32 429496729 @240 i32 715827882 @256 i32 1073741823
; buffer 0: @272 i32 2 @288 i32 5 2147483647 -2147483648 @304 i32 7 3 2147483646 @320 i32 1 429496729 9
; buffer 0: @336 i16 5 32767 -32768 10922 @352 i16 7 3 32766 16383 @368 i16 1 6553 9 2 @384 i8 255 @400 i8 3 @416 i8 51 @432 i8 85
; buffer 0: @448 i8 127 @464 i8 2 @480 i16 65535 @496 i16 3 @512 i16 13107 @528 i16 21845 @544 i16 32767 @560 i16 2
; buffer 0: @576 i32 4294967295 @592 i32 3 @608 i32 858993459 @624 i32 1431655765 @640 i32 2147483647 @656 i32 2
; buffer 0: @672 i32 5 4294967295 0 @688 i32 7 3 4294967294 @704 i32 1 858993459 9 @720 i16 5 65535 0 21845
; buffer 0: @736 i16 7 3 65534 32767 @752 i16 1 13107 9 2
; expect 1: @0 i8 127 @16 i8 127 @32 i16 32767 @48 i16 32767 @64 i32 2147483647 @80 i32 2147483647
; expect 1: @96 i32 36 2147483647 -2147483648 @112 i16 36 32767 -32768 32767 @128 i8 255 @144 i8 255 @160 i16 65535 @176 i16 65535
; expect 1: @192 i32 4294967295 @208 i32 4294967295 @224 i32 36 4294967295 9 @240 i16 36 65535 9 65535

declare i8 @air.mad_sat.s.i8(i8, i8, i8)
declare i16 @air.mad_sat.s.i16(i16, i16, i16)
declare i32 @air.mad_sat.s.i32(i32, i32, i32)
declare <3 x i32> @air.mad_sat.s.v3i32(<3 x i32>, <3 x i32>, <3 x i32>)
declare <4 x i16> @air.mad_sat.s.v4i16(<4 x i16>, <4 x i16>, <4 x i16>)
declare i8 @air.mad_sat.u.i8(i8, i8, i8)
declare i16 @air.mad_sat.u.i16(i16, i16, i16)
declare i32 @air.mad_sat.u.i32(i32, i32, i32)
declare <3 x i32> @air.mad_sat.u.v3i32(<3 x i32>, <3 x i32>, <3 x i32>)
declare <4 x i16> @air.mad_sat.u.v4i16(<4 x i16>, <4 x i16>, <4 x i16>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a0.2 = load i8, ptr addrspace(1) %p0.2, align 16
  %r0 = call i8 @air.mad_sat.s.i8(i8 %a0.0, i8 %a0.1, i8 %a0.2)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a1.2 = load i8, ptr addrspace(1) %p1.2, align 16
  %r1 = call i8 @air.mad_sat.s.i8(i8 %a1.0, i8 %a1.1, i8 %a1.2)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a2.0 = load i16, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a2.1 = load i16, ptr addrspace(1) %p2.1, align 16
  %p2.2 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a2.2 = load i16, ptr addrspace(1) %p2.2, align 16
  %r2 = call i16 @air.mad_sat.s.i16(i16 %a2.0, i16 %a2.1, i16 %a2.2)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a3.1 = load i16, ptr addrspace(1) %p3.1, align 16
  %p3.2 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a3.2 = load i16, ptr addrspace(1) %p3.2, align 16
  %r3 = call i16 @air.mad_sat.s.i16(i16 %a3.0, i16 %a3.1, i16 %a3.2)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a4.1 = load i32, ptr addrspace(1) %p4.1, align 16
  %p4.2 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a4.2 = load i32, ptr addrspace(1) %p4.2, align 16
  %r4 = call i32 @air.mad_sat.s.i32(i32 %a4.0, i32 %a4.1, i32 %a4.2)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a5.0 = load i32, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a5.1 = load i32, ptr addrspace(1) %p5.1, align 16
  %p5.2 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a5.2 = load i32, ptr addrspace(1) %p5.2, align 16
  %r5 = call i32 @air.mad_sat.s.i32(i32 %a5.0, i32 %a5.1, i32 %a5.2)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a6.0 = load <3 x i32>, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a6.1 = load <3 x i32>, ptr addrspace(1) %p6.1, align 16
  %p6.2 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a6.2 = load <3 x i32>, ptr addrspace(1) %p6.2, align 16
  %r6 = call <3 x i32> @air.mad_sat.s.v3i32(<3 x i32> %a6.0, <3 x i32> %a6.1, <3 x i32> %a6.2)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store <3 x i32> %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a7.0 = load <4 x i16>, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a7.1 = load <4 x i16>, ptr addrspace(1) %p7.1, align 16
  %p7.2 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a7.2 = load <4 x i16>, ptr addrspace(1) %p7.2, align 16
  %r7 = call <4 x i16> @air.mad_sat.s.v4i16(<4 x i16> %a7.0, <4 x i16> %a7.1, <4 x i16> %a7.2)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store <4 x i16> %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a8.0 = load i8, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a8.1 = load i8, ptr addrspace(1) %p8.1, align 16
  %p8.2 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a8.2 = load i8, ptr addrspace(1) %p8.2, align 16
  %r8 = call i8 @air.mad_sat.u.i8(i8 %a8.0, i8 %a8.1, i8 %a8.2)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i8 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a9.0 = load i8, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a9.1 = load i8, ptr addrspace(1) %p9.1, align 16
  %p9.2 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a9.2 = load i8, ptr addrspace(1) %p9.2, align 16
  %r9 = call i8 @air.mad_sat.u.i8(i8 %a9.0, i8 %a9.1, i8 %a9.2)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i8 %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a10.0 = load i16, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a10.1 = load i16, ptr addrspace(1) %p10.1, align 16
  %p10.2 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a10.2 = load i16, ptr addrspace(1) %p10.2, align 16
  %r10 = call i16 @air.mad_sat.u.i16(i16 %a10.0, i16 %a10.1, i16 %a10.2)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i16 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a11.0 = load i16, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a11.1 = load i16, ptr addrspace(1) %p11.1, align 16
  %p11.2 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a11.2 = load i16, ptr addrspace(1) %p11.2, align 16
  %r11 = call i16 @air.mad_sat.u.i16(i16 %a11.0, i16 %a11.1, i16 %a11.2)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i16 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 576
  %a12.0 = load i32, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 592
  %a12.1 = load i32, ptr addrspace(1) %p12.1, align 16
  %p12.2 = getelementptr i8, ptr addrspace(1) %in, i64 608
  %a12.2 = load i32, ptr addrspace(1) %p12.2, align 16
  %r12 = call i32 @air.mad_sat.u.i32(i32 %a12.0, i32 %a12.1, i32 %a12.2)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i32 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 624
  %a13.0 = load i32, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 640
  %a13.1 = load i32, ptr addrspace(1) %p13.1, align 16
  %p13.2 = getelementptr i8, ptr addrspace(1) %in, i64 656
  %a13.2 = load i32, ptr addrspace(1) %p13.2, align 16
  %r13 = call i32 @air.mad_sat.u.i32(i32 %a13.0, i32 %a13.1, i32 %a13.2)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i32 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 672
  %a14.0 = load <3 x i32>, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 688
  %a14.1 = load <3 x i32>, ptr addrspace(1) %p14.1, align 16
  %p14.2 = getelementptr i8, ptr addrspace(1) %in, i64 704
  %a14.2 = load <3 x i32>, ptr addrspace(1) %p14.2, align 16
  %r14 = call <3 x i32> @air.mad_sat.u.v3i32(<3 x i32> %a14.0, <3 x i32> %a14.1, <3 x i32> %a14.2)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store <3 x i32> %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 720
  %a15.0 = load <4 x i16>, ptr addrspace(1) %p15.0, align 16
  %p15.1 = getelementptr i8, ptr addrspace(1) %in, i64 736
  %a15.1 = load <4 x i16>, ptr addrspace(1) %p15.1, align 16
  %p15.2 = getelementptr i8, ptr addrspace(1) %in, i64 752
  %a15.2 = load <4 x i16>, ptr addrspace(1) %p15.2, align 16
  %r15 = call <4 x i16> @air.mad_sat.u.v4i16(<4 x i16> %a15.0, <4 x i16> %a15.1, <4 x i16> %a15.2)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store <4 x i16> %r15, ptr addrspace(1) %q15, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
