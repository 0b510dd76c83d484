; insert_bits.
; buffer 0: @0 i8 53 @16 i8 107 @32 i32 3 @48 i32 4 @64 i8 53 @80 i8 107 @96 i32 0 @112 i32 8 @128 i8 53 @144 i8 107 @160 i32 2
; buffer 0: @176 i32 0 @192 i16 53 @208 i16 107 @224 i32 3 @240 i32 4 @256 i16 53 @272 i16 107 @288 i32 0 @304 i32 16 @320 i16 53
; buffer 0: @336 i16 107 @352 i32 2 @368 i32 0 @384 i32 53 @400 i32 107 @416 i32 3 @432 i32 4 @448 i32 53 @464 i32 107 @480 i32 0
; buffer 0: @496 i32 32 @512 i32 53 @528 i32 107 @544 i32 2 @560 i32 0 @576 i32 53 53 @592 i32 107 107 @608 i32 3 @624 i32 4
; buffer 0: @640 i32 53 53 @656 i32 107 107 @672 i32 0 @688 i32 32 @704 i32 53 53 @720 i32 107 107 @736 i32 2 @752 i32 0
; buffer 0: @768 i64 53 @784 i64 107 @800 i32 3 @816 i32 4 @832 i64 53 @848 i64 107 @864 i32 0 @880 i32 40 @896 i64 53 @912 i64 107
; buffer 0: @928 i32 2 @944 i32 0
; expect 1: @0 i8 93 @16 i8 107 @32 i8 53 @48 i16 93 @64 i16 107 @80 i16 53 @96 i32 93 @112 i32 107 @128 i32 53 @144 i32 93 93
; expect 1: @160 i32 107 107 @176 i32 53 53 @192 i64 93 @208 i64 107 @224 i64 53

declare i8 @air.insert_bits.u.i8(i8, i8, i32, i32)
declare i16 @air.insert_bits.u.i16(i16, i16, i32, i32)
declare i32 @air.insert_bits.u.i32(i32, i32, i32, i32)
declare <2 x i32> @air.insert_bits.u.v2i32(<2 x i32>, <2 x i32>, i32, i32)
declare i64 @air.insert_bits.u.i64(i64, i64, i32, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a0.2 = load i32, ptr addrspace(1) %p0.2, align 16
  %p0.3 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a0.3 = load i32, ptr addrspace(1) %p0.3, align 16
  %r0 = call i8 @air.insert_bits.u.i8(i8 %a0.0, i8 %a0.1, i32 %a0.2, i32 %a0.3)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a1.2 = load i32, ptr addrspace(1) %p1.2, align 16
  %p1.3 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a1.3 = load i32, ptr addrspace(1) %p1.3, align 16
  %r1 = call i8 @air.insert_bits.u.i8(i8 %a1.0, i8 %a1.1, i32 %a1.2, i32 %a1.3)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a2.0 = load i8, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a2.1 = load i8, ptr addrspace(1) %p2.1, align 16
  %p2.2 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a2.2 = load i32, ptr addrspace(1) %p2.2, align 16
  %p2.3 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a2.3 = load i32, ptr addrspace(1) %p2.3, align 16
  %r2 = call i8 @air.insert_bits.u.i8(i8 %a2.0, i8 %a2.1, i32 %a2.2, i32 %a2.3)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a3.1 = load i16, ptr addrspace(1) %p3.1, align 16
  %p3.2 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a3.2 = load i32, ptr addrspace(1) %p3.2, align 16
  %p3.3 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a3.3 = load i32, ptr addrspace(1) %p3.3, align 16
  %r3 = call i16 @air.insert_bits.u.i16(i16 %a3.0, i16 %a3.1, i32 %a3.2, i32 %a3.3)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a4.0 = load i16, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a4.1 = load i16, ptr addrspace(1) %p4.1, align 16
  %p4.2 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a4.2 = load i32, ptr addrspace(1) %p4.2, align 16
  %p4.3 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a4.3 = load i32, ptr addrspace(1) %p4.3, align 16
  %r4 = call i16 @air.insert_bits.u.i16(i16 %a4.0, i16 %a4.1, i32 %a4.2, i32 %a4.3)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i16 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a5.0 = load i16, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a5.1 = load i16, ptr addrspace(1) %p5.1, align 16
  %p5.2 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a5.2 = load i32, ptr addrspace(1) %p5.2, align 16
  %p5.3 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a5.3 = load i32, ptr addrspace(1) %p5.3, align 16
  %r5 = call i16 @air.insert_bits.u.i16(i16 %a5.0, i16 %a5.1, i32 %a5.2, i32 %a5.3)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i16 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a6.1 = load i32, ptr addrspace(1) %p6.1, align 16
  %p6.2 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a6.2 = load i32, ptr addrspace(1) %p6.2, align 16
  %p6.3 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a6.3 = load i32, ptr addrspace(1) %p6.3, align 16
  %r6 = call i32 @air.insert_bits.u.i32(i32 %a6.0, i32 %a6.1, i32 %a6.2, i32 %a6.3)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a7.0 = load i32, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a7.1 = load i32, ptr addrspace(1) %p7.1, align 16
  %p7.2 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a7.2 = load i32, ptr addrspace(1) %p7.2, align 16
  %p7.3 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a7.3 = load i32, ptr addrspace(1) %p7.3, align 16
  %r7 = call i32 @air.insert_bits.u.i32(i32 %a7.0, i32 %a7.1, i32 %a7.2, i32 %a7.3)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a8.0 = load i32, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a8.1 = load i32, ptr addrspace(1) %p8.1, align 16
  %p8.2 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a8.2 = load i32, ptr addrspace(1) %p8.2, align 16
  %p8.3 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a8.3 = load i32, ptr addrspace(1) %p8.3, align 16
  %r8 = call i32 @air.insert_bits.u.i32(i32 %a8.0, i32 %a8.1, i32 %a8.2, i32 %a8.3)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 576
  %a9.0 = load <2 x i32>, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 592
  %a9.1 = load <2 x i32>, ptr addrspace(1) %p9.1, align 16
  %p9.2 = getelementptr i8, ptr addrspace(1) %in, i64 608
  %a9.2 = load i32, ptr addrspace(1) %p9.2, align 16
  %p9.3 = getelementptr i8, ptr addrspace(1) %in, i64 624
  %a9.3 = load i32, ptr addrspace(1) %p9.3, align 16
  %r9 = call <2 x i32> @air.insert_bits.u.v2i32(<2 x i32> %a9.0, <2 x i32> %a9.1, i32 %a9.2, i32 %a9.3)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <2 x i32> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 640
  %a10.0 = load <2 x i32>, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 656
  %a10.1 = load <2 x i32>, ptr addrspace(1) %p10.1, align 16
  %p10.2 = getelementptr i8, ptr addrspace(1) %in, i64 672
  %a10.2 = load i32, ptr addrspace(1) %p10.2, align 16
  %p10.3 = getelementptr i8, ptr addrspace(1) %in, i64 688
  %a10.3 = load i32, ptr addrspace(1) %p10.3, align 16
  %r10 = call <2 x i32> @air.insert_bits.u.v2i32(<2 x i32> %a10.0, <2 x i32> %a10.1, i32 %a10.2, i32 %a10.3)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <2 x i32> %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 704
  %a11.0 = load <2 x i32>, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 720
  %a11.1 = load <2 x i32>, ptr addrspace(1) %p11.1, align 16
  %p11.2 = getelementptr i8, ptr addrspace(1) %in, i64 736
  %a11.2 = load i32, ptr addrspace(1) %p11.2, align 16
  %p11.3 = getelementptr i8, ptr addrspace(1) %in, i64 752
  %a11.3 = load i32, ptr addrspace(1) %p11.3, align 16
  %r11 = call <2 x i32> @air.insert_bits.u.v2i32(<2 x i32> %a11.0, <2 x i32> %a11.1, i32 %a11.2, i32 %a11.3)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store <2 x i32> %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 768
  %a12.0 = load i64, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 784
  %a12.1 = load i64, ptr addrspace(1) %p12.1, align 16
  %p12.2 = getelementptr i8, ptr addrspace(1) %in, i64 800
  %a12.2 = load i32, ptr addrspace(1) %p12.2, align 16
  %p12.3 = getelementptr i8, ptr addrspace(1) %in, i64 816
  %a12.3 = load i32, ptr addrspace(1) %p12.3, align 16
  %r12 = call i64 @air.insert_bits.u.i64(i64 %a12.0, i64 %a12.1, i32 %a12.2, i32 %a12.3)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i64 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 832
  %a13.0 = load i64, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 848
  %a13.1 = load i64, ptr addrspace(1) %p13.1, align 16
  %p13.2 = getelementptr i8, ptr addrspace(1) %in, i64 864
  %a13.2 = load i32, ptr addrspace(1) %p13.2, align 16
  %p13.3 = getelementptr i8, ptr addrspace(1) %in, i64 880
  %a13.3 = load i32, ptr addrspace(1) %p13.3, align 16
  %r13 = call i64 @air.insert_bits.u.i64(i64 %a13.0, i64 %a13.1, i32 %a13.2, i32 %a13.3)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i64 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 896
  %a14.0 = load i64, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 912
  %a14.1 = load i64, ptr addrspace(1) %p14.1, align 16
  %p14.2 = getelementptr i8, ptr addrspace(1) %in, i64 928
  %a14.2 = load i32, ptr addrspace(1) %p14.2, align 16
  %p14.3 = getelementptr i8, ptr addrspace(1) %in, i64 944
  %a14.3 = load i32, ptr addrspace(1) %p14.3, align 16
  %r14 = call i64 @air.insert_bits.u.i64(i64 %a14.0, i64 %a14.1, i32 %a14.2, i32 %a14.3)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i64 %r14, ptr addrspace(1) %q14, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
