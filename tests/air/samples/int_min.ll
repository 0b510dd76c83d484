; air.min at every width.
; buffer 0: @0 i8 127 @16 i8 3 @32 i8 42 @48 i8 63 @64 i16 32767 @80 i16 3 @96 i16 10922 @112 i16 16383 @128 i32 2147483647
; buffer 0: @144 i32 3 @160 i32 715827882 @176 i32 1073741823 @192 i64 9223372036854775807 @208 i64 3 @224 i64 3074457345618258602
; buffer 0: @240 i64 4611686018427387903 @256 i32 5 2147483647 -2147483648 @272 i32 7 3 2147483646 @288 i16 5 32767 -32768 10922
; buffer 0: @304 i16 7 3 32766 16383 @320 i8 5 127 @336 i8 7 3 @352 i8 255 @368 i8 3 @384 i8 85 @400 i8 127 @416 i16 65535
; buffer 0: @432 i16 3 @448 i16 21845 @464 i16 32767 @480 i32 4294967295 @496 i32 3 @512 i32 1431655765 @528 i32 2147483647
; buffer 0: @544 i64 18446744073709551615 @560 i64 3 @576 i64 6148914691236517205 @592 i64 9223372036854775807
; buffer 0: @608 i32 5 4294967295 0 @624 i32 7 3 4294967294 @640 i16 5 65535 0 21845 @656 i16 7 3 65534 32767 @672 i8 5 255
; buffer 0: @688 i8 7 3
; expect 1: @0 i8 3 @16 i8 42 @32 i16 3 @48 i16 10922 @64 i32 3 @80 i32 715827882 @96 i64 3 @112 i64 3074457345618258602
; expect 1: @128 i32 5 3 -2147483648 @144 i16 5 3 -32768 10922 @160 i8 5 3 @176 i8 3 @192 i8 85 @208 i16 3 @224 i16 21845
; expect 1: @240 i32 3 @256 i32 1431655765 @272 i64 3 @288 i64 6148914691236517205 @304 i32 5 3 0 @320 i16 5 3 0 21845 @336 i8 5 3

declare i8 @air.min.s.i8(i8, i8)
declare i16 @air.min.s.i16(i16, i16)
declare i32 @air.min.s.i32(i32, i32)
declare i64 @air.min.s.i64(i64, i64)
declare <3 x i32> @air.min.s.v3i32(<3 x i32>, <3 x i32>)
declare <4 x i16> @air.min.s.v4i16(<4 x i16>, <4 x i16>)
declare <2 x i8> @air.min.s.v2i8(<2 x i8>, <2 x i8>)
declare i8 @air.min.u.i8(i8, i8)
declare i16 @air.min.u.i16(i16, i16)
declare i32 @air.min.u.i32(i32, i32)
declare i64 @air.min.u.i64(i64, i64)
declare <3 x i32> @air.min.u.v3i32(<3 x i32>, <3 x i32>)
declare <4 x i16> @air.min.u.v4i16(<4 x i16>, <4 x i16>)
declare <2 x i8> @air.min.u.v2i8(<2 x i8>, <2 x i8>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %r0 = call i8 @air.min.s.i8(i8 %a0.0, i8 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %r1 = call i8 @air.min.s.i8(i8 %a1.0, i8 %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load i16, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load i16, ptr addrspace(1) %p2.1, align 16
  %r2 = call i16 @air.min.s.i16(i16 %a2.0, i16 %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a3.1 = load i16, ptr addrspace(1) %p3.1, align 16
  %r3 = call i16 @air.min.s.i16(i16 %a3.0, i16 %a3.1)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a4.1 = load i32, ptr addrspace(1) %p4.1, align 16
  %r4 = call i32 @air.min.s.i32(i32 %a4.0, i32 %a4.1)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a5.0 = load i32, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a5.1 = load i32, ptr addrspace(1) %p5.1, align 16
  %r5 = call i32 @air.min.s.i32(i32 %a5.0, i32 %a5.1)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a6.0 = load i64, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a6.1 = load i64, ptr addrspace(1) %p6.1, align 16
  %r6 = call i64 @air.min.s.i64(i64 %a6.0, i64 %a6.1)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i64 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a7.0 = load i64, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a7.1 = load i64, ptr addrspace(1) %p7.1, align 16
  %r7 = call i64 @air.min.s.i64(i64 %a7.0, i64 %a7.1)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i64 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a8.0 = load <3 x i32>, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a8.1 = load <3 x i32>, ptr addrspace(1) %p8.1, align 16
  %r8 = call <3 x i32> @air.min.s.v3i32(<3 x i32> %a8.0, <3 x i32> %a8.1)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store <3 x i32> %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a9.0 = load <4 x i16>, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a9.1 = load <4 x i16>, ptr addrspace(1) %p9.1, align 16
  %r9 = call <4 x i16> @air.min.s.v4i16(<4 x i16> %a9.0, <4 x i16> %a9.1)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <4 x i16> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a10.0 = load <2 x i8>, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a10.1 = load <2 x i8>, ptr addrspace(1) %p10.1, align 16
  %r10 = call <2 x i8> @air.min.s.v2i8(<2 x i8> %a10.0, <2 x i8> %a10.1)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <2 x i8> %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a11.0 = load i8, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a11.1 = load i8, ptr addrspace(1) %p11.1, align 16
  %r11 = call i8 @air.min.u.i8(i8 %a11.0, i8 %a11.1)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i8 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a12.0 = load i8, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a12.1 = load i8, ptr addrspace(1) %p12.1, align 16
  %r12 = call i8 @air.min.u.i8(i8 %a12.0, i8 %a12.1)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i8 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a13.0 = load i16, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a13.1 = load i16, ptr addrspace(1) %p13.1, align 16
  %r13 = call i16 @air.min.u.i16(i16 %a13.0, i16 %a13.1)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i16 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a14.0 = load i16, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a14.1 = load i16, ptr addrspace(1) %p14.1, align 16
  %r14 = call i16 @air.min.u.i16(i16 %a14.0, i16 %a14.1)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i16 %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a15.0 = load i32, ptr addrspace(1) %p15.0, align 16
  %p15.1 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a15.1 = load i32, ptr addrspace(1) %p15.1, align 16
  %r15 = call i32 @air.min.u.i32(i32 %a15.0, i32 %a15.1)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i32 %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a16.0 = load i32, ptr addrspace(1) %p16.0, align 16
  %p16.1 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a16.1 = load i32, ptr addrspace(1) %p16.1, align 16
  %r16 = call i32 @air.min.u.i32(i32 %a16.0, i32 %a16.1)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i32 %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a17.0 = load i64, ptr addrspace(1) %p17.0, align 16
  %p17.1 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a17.1 = load i64, ptr addrspace(1) %p17.1, align 16
  %r17 = call i64 @air.min.u.i64(i64 %a17.0, i64 %a17.1)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i64 %r17, ptr addrspace(1) %q17, align 16
  %p18.0 = getelementptr i8, ptr addrspace(1) %in, i64 576
  %a18.0 = load i64, ptr addrspace(1) %p18.0, align 16
  %p18.1 = getelementptr i8, ptr addrspace(1) %in, i64 592
  %a18.1 = load i64, ptr addrspace(1) %p18.1, align 16
  %r18 = call i64 @air.min.u.i64(i64 %a18.0, i64 %a18.1)
  %q18 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i64 %r18, ptr addrspace(1) %q18, align 16
  %p19.0 = getelementptr i8, ptr addrspace(1) %in, i64 608
  %a19.0 = load <3 x i32>, ptr addrspace(1) %p19.0, align 16
  %p19.1 = getelementptr i8, ptr addrspace(1) %in, i64 624
  %a19.1 = load <3 x i32>, ptr addrspace(1) %p19.1, align 16
  %r19 = call <3 x i32> @air.min.u.v3i32(<3 x i32> %a19.0, <3 x i32> %a19.1)
  %q19 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store <3 x i32> %r19, ptr addrspace(1) %q19, align 16
  %p20.0 = getelementptr i8, ptr addrspace(1) %in, i64 640
  %a20.0 = load <4 x i16>, ptr addrspace(1) %p20.0, align 16
  %p20.1 = getelementptr i8, ptr addrspace(1) %in, i64 656
  %a20.1 = load <4 x i16>, ptr addrspace(1) %p20.1, align 16
  %r20 = call <4 x i16> @air.min.u.v4i16(<4 x i16> %a20.0, <4 x i16> %a20.1)
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store <4 x i16> %r20, ptr addrspace(1) %q20, align 16
  %p21.0 = getelementptr i8, ptr addrspace(1) %in, i64 672
  %a21.0 = load <2 x i8>, ptr addrspace(1) %p21.0, align 16
  %p21.1 = getelementptr i8, ptr addrspace(1) %in, i64 688
  %a21.1 = load <2 x i8>, ptr addrspace(1) %p21.1, align 16
  %r21 = call <2 x i8> @air.min.u.v2i8(<2 x i8> %a21.0, <2 x i8> %a21.1)
  %q21 = getelementptr i8, ptr addrspace(1) %out, i64 336
  store <2 x i8> %r21, ptr addrspace(1) %q21, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
