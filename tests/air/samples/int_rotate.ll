; rotate left by any count at every width.
; buffer 0: @0 i8 145 @16 i8 0 @32 i8 145 @48 i8 3 @64 i8 145 @80 i8 7 @96 i16 145 @112 i16 0 @128 i16 145 @144 i16 3 @160 i16 145
; buffer 0: @176 i16 15 @192 i32 145 @208 i32 0 @224 i32 145 @240 i32 3 @256 i32 145 @272 i32 31 @288 i64 145 @304 i64 0
; buffer 0: @320 i64 145 @336 i64 3 @352 i64 145 @368 i64 63 @384 i32 145 145 145 @400 i32 0 0 0 @416 i32 145 145 145
; buffer 0: @432 i32 3 3 3 @448 i32 145 145 145 @464 i32 31 31 31 @480 i16 145 145 145 145 @496 i16 0 0 0 0
; buffer 0: @512 i16 145 145 145 145 @528 i16 3 3 3 3 @544 i16 145 145 145 145 @560 i16 15 15 15 15
; expect 1: @0 i8 145 @16 i8 140 @32 i8 200 @48 i16 145 @64 i16 1160 @80 i16 32840 @96 i32 145 @112 i32 1160 @128 i32 2147483720
; expect 1: @144 i64 145 @160 i64 1160 @176 i64 9223372036854775880 @192 i32 145 145 145 @208 i32 1160 1160 1160
; expect 1: @224 i32 2147483720 2147483720 2147483720 @240 i16 145 145 145 145 @256 i16 1160 1160 1160 1160
; expect 1: @272 i16 32840 32840 32840 32840

declare i8 @air.rotate.i8(i8, i8)
declare i16 @air.rotate.i16(i16, i16)
declare i32 @air.rotate.i32(i32, i32)
declare i64 @air.rotate.i64(i64, i64)
declare <3 x i32> @air.rotate.v3i32(<3 x i32>, <3 x i32>)
declare <4 x i16> @air.rotate.v4i16(<4 x i16>, <4 x i16>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %r0 = call i8 @air.rotate.i8(i8 %a0.0, i8 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %r1 = call i8 @air.rotate.i8(i8 %a1.0, i8 %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load i8, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load i8, ptr addrspace(1) %p2.1, align 16
  %r2 = call i8 @air.rotate.i8(i8 %a2.0, i8 %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a3.1 = load i16, ptr addrspace(1) %p3.1, align 16
  %r3 = call i16 @air.rotate.i16(i16 %a3.0, i16 %a3.1)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a4.0 = load i16, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a4.1 = load i16, ptr addrspace(1) %p4.1, align 16
  %r4 = call i16 @air.rotate.i16(i16 %a4.0, i16 %a4.1)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i16 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a5.0 = load i16, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a5.1 = load i16, ptr addrspace(1) %p5.1, align 16
  %r5 = call i16 @air.rotate.i16(i16 %a5.0, i16 %a5.1)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i16 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a6.1 = load i32, ptr addrspace(1) %p6.1, align 16
  %r6 = call i32 @air.rotate.i32(i32 %a6.0, i32 %a6.1)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a7.0 = load i32, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a7.1 = load i32, ptr addrspace(1) %p7.1, align 16
  %r7 = call i32 @air.rotate.i32(i32 %a7.0, i32 %a7.1)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a8.0 = load i32, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a8.1 = load i32, ptr addrspace(1) %p8.1, align 16
  %r8 = call i32 @air.rotate.i32(i32 %a8.0, i32 %a8.1)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a9.0 = load i64, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a9.1 = load i64, ptr addrspace(1) %p9.1, align 16
  %r9 = call i64 @air.rotate.i64(i64 %a9.0, i64 %a9.1)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i64 %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a10.0 = load i64, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a10.1 = load i64, ptr addrspace(1) %p10.1, align 16
  %r10 = call i64 @air.rotate.i64(i64 %a10.0, i64 %a10.1)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i64 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a11.0 = load i64, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a11.1 = load i64, ptr addrspace(1) %p11.1, align 16
  %r11 = call i64 @air.rotate.i64(i64 %a11.0, i64 %a11.1)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i64 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a12.0 = load <3 x i32>, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a12.1 = load <3 x i32>, ptr addrspace(1) %p12.1, align 16
  %r12 = call <3 x i32> @air.rotate.v3i32(<3 x i32> %a12.0, <3 x i32> %a12.1)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store <3 x i32> %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a13.0 = load <3 x i32>, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a13.1 = load <3 x i32>, ptr addrspace(1) %p13.1, align 16
  %r13 = call <3 x i32> @air.rotate.v3i32(<3 x i32> %a13.0, <3 x i32> %a13.1)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store <3 x i32> %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a14.0 = load <3 x i32>, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a14.1 = load <3 x i32>, ptr addrspace(1) %p14.1, align 16
  %r14 = call <3 x i32> @air.rotate.v3i32(<3 x i32> %a14.0, <3 x i32> %a14.1)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store <3 x i32> %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a15.0 = load <4 x i16>, ptr addrspace(1) %p15.0, align 16
  %p15.1 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a15.1 = load <4 x i16>, ptr addrspace(1) %p15.1, align 16
  %r15 = call <4 x i16> @air.rotate.v4i16(<4 x i16> %a15.0, <4 x i16> %a15.1)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store <4 x i16> %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a16.0 = load <4 x i16>, ptr addrspace(1) %p16.0, align 16
  %p16.1 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a16.1 = load <4 x i16>, ptr addrspace(1) %p16.1, align 16
  %r16 = call <4 x i16> @air.rotate.v4i16(<4 x i16> %a16.0, <4 x i16> %a16.1)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store <4 x i16> %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a17.0 = load <4 x i16>, ptr addrspace(1) %p17.0, align 16
  %p17.1 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a17.1 = load <4 x i16>, ptr addrspace(1) %p17.1, align 16
  %r17 = call <4 x i16> @air.rotate.v4i16(<4 x i16> %a17.0, <4 x i16> %a17.1)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store <4 x i16> %r17, ptr addrspace(1) %q17, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
