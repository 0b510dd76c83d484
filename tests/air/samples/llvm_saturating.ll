; llvm.{s,u}{add,sub}.sat at every width.
; buffer 0: @0 i8 127 @16 i8 2 @32 i8 -128 @48 i8 3 @64 i8 20 @80 i8 5 @96 i16 32767 @112 i16 2 @128 i16 -32768 @144 i16 3
; buffer 0: @160 i16 20 @176 i16 5 @192 i32 2147483647 @208 i32 2 @224 i32 -2147483648 @240 i32 3 @256 i32 20 @272 i32 5
; buffer 0: @288 i32 2147483647 2147483647 @304 i32 2 2 @320 i32 -2147483648 -2147483648 @336 i32 3 3 @352 i32 20 20 @368 i32 5 5
; buffer 0: @384 i8 255 @400 i8 2 @416 i8 0 @432 i8 3 @448 i8 20 @464 i8 5 @480 i16 65535 @496 i16 2 @512 i16 0 @528 i16 3
; buffer 0: @544 i16 20 @560 i16 5 @576 i32 4294967295 @592 i32 2 @608 i32 0 @624 i32 3 @640 i32 20 @656 i32 5
; buffer 0: @672 i32 4294967295 4294967295 @688 i32 2 2 @704 i32 0 0 @720 i32 3 3 @736 i32 20 20 @752 i32 5 5 @768 i8 127 @784 i8 2
; buffer 0: @800 i8 -128 @816 i8 3 @832 i8 20 @848 i8 5 @864 i16 32767 @880 i16 2 @896 i16 -32768 @912 i16 3 @928 i16 20 @944 i16 5
; buffer 0: @960 i32 2147483647 @976 i32 2 @992 i32 -2147483648 @1008 i32 3 @1024 i32 20 @1040 i32 5
; buffer 0: @1056 i32 2147483647 2147483647 @1072 i32 2 2 @1088 i32 -2147483648 -2147483648 @1104 i32 3 3 @1120 i32 20 20
; buffer 0: @1136 i32 5 5 @1152 i8 255 @1168 i8 2 @1184 i8 0 @1200 i8 3 @1216 i8 20 @1232 i8 5 @1248 i16 65535 @1264 i16 2
; buffer 0: @1280 i16 0 @1296 i16 3 @1312 i16 20 @1328 i16 5 @1344 i32 4294967295 @1360 i32 2 @1376 i32 0 @1392 i32 3 @1408 i32 20
; buffer 0: @1424 i32 5 @1440 i32 4294967295 4294967295 @1456 i32 2 2 @1472 i32 0 0 @1488 i32 3 3 @1504 i32 20 20 @1520 i32 5 5
; expect 1: @0 i8 127 @16 i8 -125 @32 i8 25 @48 i16 32767 @64 i16 -32765 @80 i16 25 @96 i32 2147483647 @112 i32 -2147483645
; expect 1: @128 i32 25 @144 i32 2147483647 2147483647 @160 i32 -2147483645 -2147483645 @176 i32 25 25 @192 i8 255 @208 i8 3
; expect 1: @224 i8 25 @240 i16 65535 @256 i16 3 @272 i16 25 @288 i32 4294967295 @304 i32 3 @320 i32 25
; expect 1: @336 i32 4294967295 4294967295 @352 i32 3 3 @368 i32 25 25 @384 i8 125 @400 i8 -128 @416 i8 15 @432 i16 32765
; expect 1: @448 i16 -32768 @464 i16 15 @480 i32 2147483645 @496 i32 -2147483648 @512 i32 15 @528 i32 2147483645 2147483645
; expect 1: @544 i32 -2147483648 -2147483648 @560 i32 15 15 @576 i8 253 @592 i8 0 @608 i8 15 @624 i16 65533 @640 i16 0 @656 i16 15
; expect 1: @672 i32 4294967293 @688 i32 0 @704 i32 15 @720 i32 4294967293 4294967293 @736 i32 0 0 @752 i32 15 15

declare i8 @llvm.sadd.sat.i8(i8, i8)
declare i16 @llvm.sadd.sat.i16(i16, i16)
declare i32 @llvm.sadd.sat.i32(i32, i32)
declare <2 x i32> @llvm.sadd.sat.v2i32(<2 x i32>, <2 x i32>)
declare i8 @llvm.uadd.sat.i8(i8, i8)
declare i16 @llvm.uadd.sat.i16(i16, i16)
declare i32 @llvm.uadd.sat.i32(i32, i32)
declare <2 x i32> @llvm.uadd.sat.v2i32(<2 x i32>, <2 x i32>)
declare i8 @llvm.ssub.sat.i8(i8, i8)
declare i16 @llvm.ssub.sat.i16(i16, i16)
declare i32 @llvm.ssub.sat.i32(i32, i32)
declare <2 x i32> @llvm.ssub.sat.v2i32(<2 x i32>, <2 x i32>)
declare i8 @llvm.usub.sat.i8(i8, i8)
declare i16 @llvm.usub.sat.i16(i16, i16)
declare i32 @llvm.usub.sat.i32(i32, i32)
declare <2 x i32> @llvm.usub.sat.v2i32(<2 x i32>, <2 x i32>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %r0 = call i8 @llvm.sadd.sat.i8(i8 %a0.0, i8 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %r1 = call i8 @llvm.sadd.sat.i8(i8 %a1.0, i8 %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load i8, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load i8, ptr addrspace(1) %p2.1, align 16
  %r2 = call i8 @llvm.sadd.sat.i8(i8 %a2.0, i8 %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a3.1 = load i16, ptr addrspace(1) %p3.1, align 16
  %r3 = call i16 @llvm.sadd.sat.i16(i16 %a3.0, i16 %a3.1)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a4.0 = load i16, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a4.1 = load i16, ptr addrspace(1) %p4.1, align 16
  %r4 = call i16 @llvm.sadd.sat.i16(i16 %a4.0, i16 %a4.1)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i16 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a5.0 = load i16, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a5.1 = load i16, ptr addrspace(1) %p5.1, align 16
  %r5 = call i16 @llvm.sadd.sat.i16(i16 %a5.0, i16 %a5.1)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i16 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a6.1 = load i32, ptr addrspace(1) %p6.1, align 16
  %r6 = call i32 @llvm.sadd.sat.i32(i32 %a6.0, i32 %a6.1)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a7.0 = load i32, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a7.1 = load i32, ptr addrspace(1) %p7.1, align 16
  %r7 = call i32 @llvm.sadd.sat.i32(i32 %a7.0, i32 %a7.1)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a8.0 = load i32, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a8.1 = load i32, ptr addrspace(1) %p8.1, align 16
  %r8 = call i32 @llvm.sadd.sat.i32(i32 %a8.0, i32 %a8.1)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a9.0 = load <2 x i32>, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a9.1 = load <2 x i32>, ptr addrspace(1) %p9.1, align 16
  %r9 = call <2 x i32> @llvm.sadd.sat.v2i32(<2 x i32> %a9.0, <2 x i32> %a9.1)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <2 x i32> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a10.0 = load <2 x i32>, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a10.1 = load <2 x i32>, ptr addrspace(1) %p10.1, align 16
  %r10 = call <2 x i32> @llvm.sadd.sat.v2i32(<2 x i32> %a10.0, <2 x i32> %a10.1)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <2 x i32> %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a11.0 = load <2 x i32>, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a11.1 = load <2 x i32>, ptr addrspace(1) %p11.1, align 16
  %r11 = call <2 x i32> @llvm.sadd.sat.v2i32(<2 x i32> %a11.0, <2 x i32> %a11.1)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store <2 x i32> %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a12.0 = load i8, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a12.1 = load i8, ptr addrspace(1) %p12.1, align 16
  %r12 = call i8 @llvm.uadd.sat.i8(i8 %a12.0, i8 %a12.1)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i8 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a13.0 = load i8, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a13.1 = load i8, ptr addrspace(1) %p13.1, align 16
  %r13 = call i8 @llvm.uadd.sat.i8(i8 %a13.0, i8 %a13.1)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i8 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a14.0 = load i8, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a14.1 = load i8, ptr addrspace(1) %p14.1, align 16
  %r14 = call i8 @llvm.uadd.sat.i8(i8 %a14.0, i8 %a14.1)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i8 %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a15.0 = load i16, ptr addrspace(1) %p15.0, align 16
  %p15.1 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a15.1 = load i16, ptr addrspace(1) %p15.1, align 16
  %r15 = call i16 @llvm.uadd.sat.i16(i16 %a15.0, i16 %a15.1)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i16 %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a16.0 = load i16, ptr addrspace(1) %p16.0, align 16
  %p16.1 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a16.1 = load i16, ptr addrspace(1) %p16.1, align 16
  %r16 = call i16 @llvm.uadd.sat.i16(i16 %a16.0, i16 %a16.1)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i16 %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a17.0 = load i16, ptr addrspace(1) %p17.0, align 16
  %p17.1 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a17.1 = load i16, ptr addrspace(1) %p17.1, align 16
  %r17 = call i16 @llvm.uadd.sat.i16(i16 %a17.0, i16 %a17.1)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i16 %r17, ptr addrspace(1) %q17, align 16
  %p18.0 = getelementptr i8, ptr addrspace(1) %in, i64 576
  %a18.0 = load i32, ptr addrspace(1) %p18.0, align 16
  %p18.1 = getelementptr i8, ptr addrspace(1) %in, i64 592
  %a18.1 = load i32, ptr addrspace(1) %p18.1, align 16
  %r18 = call i32 @llvm.uadd.sat.i32(i32 %a18.0, i32 %a18.1)
  %q18 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i32 %r18, ptr addrspace(1) %q18, align 16
  %p19.0 = getelementptr i8, ptr addrspace(1) %in, i64 608
  %a19.0 = load i32, ptr addrspace(1) %p19.0, align 16
  %p19.1 = getelementptr i8, ptr addrspace(1) %in, i64 624
  %a19.1 = load i32, ptr addrspace(1) %p19.1, align 16
  %r19 = call i32 @llvm.uadd.sat.i32(i32 %a19.0, i32 %a19.1)
  %q19 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store i32 %r19, ptr addrspace(1) %q19, align 16
  %p20.0 = getelementptr i8, ptr addrspace(1) %in, i64 640
  %a20.0 = load i32, ptr addrspace(1) %p20.0, align 16
  %p20.1 = getelementptr i8, ptr addrspace(1) %in, i64 656
  %a20.1 = load i32, ptr addrspace(1) %p20.1, align 16
  %r20 = call i32 @llvm.uadd.sat.i32(i32 %a20.0, i32 %a20.1)
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store i32 %r20, ptr addrspace(1) %q20, align 16
  %p21.0 = getelementptr i8, ptr addrspace(1) %in, i64 672
  %a21.0 = load <2 x i32>, ptr addrspace(1) %p21.0, align 16
  %p21.1 = getelementptr i8, ptr addrspace(1) %in, i64 688
  %a21.1 = load <2 x i32>, ptr addrspace(1) %p21.1, align 16
  %r21 = call <2 x i32> @llvm.uadd.sat.v2i32(<2 x i32> %a21.0, <2 x i32> %a21.1)
  %q21 = getelementptr i8, ptr addrspace(1) %out, i64 336
  store <2 x i32> %r21, ptr addrspace(1) %q21, align 16
  %p22.0 = getelementptr i8, ptr addrspace(1) %in, i64 704
  %a22.0 = load <2 x i32>, ptr addrspace(1) %p22.0, align 16
  %p22.1 = getelementptr i8, ptr addrspace(1) %in, i64 720
  %a22.1 = load <2 x i32>, ptr addrspace(1) %p22.1, align 16
  %r22 = call <2 x i32> @llvm.uadd.sat.v2i32(<2 x i32> %a22.0, <2 x i32> %a22.1)
  %q22 = getelementptr i8, ptr addrspace(1) %out, i64 352
  store <2 x i32> %r22, ptr addrspace(1) %q22, align 16
  %p23.0 = getelementptr i8, ptr addrspace(1) %in, i64 736
  %a23.0 = load <2 x i32>, ptr addrspace(1) %p23.0, align 16
  %p23.1 = getelementptr i8, ptr addrspace(1) %in, i64 752
  %a23.1 = load <2 x i32>, ptr addrspace(1) %p23.1, align 16
  %r23 = call <2 x i32> @llvm.uadd.sat.v2i32(<2 x i32> %a23.0, <2 x i32> %a23.1)
  %q23 = getelementptr i8, ptr addrspace(1) %out, i64 368
  store <2 x i32> %r23, ptr addrspace(1) %q23, align 16
  %p24.0 = getelementptr i8, ptr addrspace(1) %in, i64 768
  %a24.0 = load i8, ptr addrspace(1) %p24.0, align 16
  %p24.1 = getelementptr i8, ptr addrspace(1) %in, i64 784
  %a24.1 = load i8, ptr addrspace(1) %p24.1, align 16
  %r24 = call i8 @llvm.ssub.sat.i8(i8 %a24.0, i8 %a24.1)
  %q24 = getelementptr i8, ptr addrspace(1) %out, i64 384
  store i8 %r24, ptr addrspace(1) %q24, align 16
  %p25.0 = getelementptr i8, ptr addrspace(1) %in, i64 800
  %a25.0 = load i8, ptr addrspace(1) %p25.0, align 16
  %p25.1 = getelementptr i8, ptr addrspace(1) %in, i64 816
  %a25.1 = load i8, ptr addrspace(1) %p25.1, align 16
  %r25 = call i8 @llvm.ssub.sat.i8(i8 %a25.0, i8 %a25.1)
  %q25 = getelementptr i8, ptr addrspace(1) %out, i64 400
  store i8 %r25, ptr addrspace(1) %q25, align 16
  %p26.0 = getelementptr i8, ptr addrspace(1) %in, i64 832
  %a26.0 = load i8, ptr addrspace(1) %p26.0, align 16
  %p26.1 = getelementptr i8, ptr addrspace(1) %in, i64 848
  %a26.1 = load i8, ptr addrspace(1) %p26.1, align 16
  %r26 = call i8 @llvm.ssub.sat.i8(i8 %a26.0, i8 %a26.1)
  %q26 = getelementptr i8, ptr addrspace(1) %out, i64 416
  store i8 %r26, ptr addrspace(1) %q26, align 16
  %p27.0 = getelementptr i8, ptr addrspace(1) %in, i64 864
  %a27.0 = load i16, ptr addrspace(1) %p27.0, align 16
  %p27.1 = getelementptr i8, ptr addrspace(1) %in, i64 880
  %a27.1 = load i16, ptr addrspace(1) %p27.1, align 16
  %r27 = call i16 @llvm.ssub.sat.i16(i16 %a27.0, i16 %a27.1)
  %q27 = getelementptr i8, ptr addrspace(1) %out, i64 432
  store i16 %r27, ptr addrspace(1) %q27, align 16
  %p28.0 = getelementptr i8, ptr addrspace(1) %in, i64 896
  %a28.0 = load i16, ptr addrspace(1) %p28.0, align 16
  %p28.1 = getelementptr i8, ptr addrspace(1) %in, i64 912
  %a28.1 = load i16, ptr addrspace(1) %p28.1, align 16
  %r28 = call i16 @llvm.ssub.sat.i16(i16 %a28.0, i16 %a28.1)
  %q28 = getelementptr i8, ptr addrspace(1) %out, i64 448
  store i16 %r28, ptr addrspace(1) %q28, align 16
  %p29.0 = getelementptr i8, ptr addrspace(1) %in, i64 928
  %a29.0 = load i16, ptr addrspace(1) %p29.0, align 16
  %p29.1 = getelementptr i8, ptr addrspace(1) %in, i64 944
  %a29.1 = load i16, ptr addrspace(1) %p29.1, align 16
  %r29 = call i16 @llvm.ssub.sat.i16(i16 %a29.0, i16 %a29.1)
  %q29 = getelementptr i8, ptr addrspace(1) %out, i64 464
  store i16 %r29, ptr addrspace(1) %q29, align 16
  %p30.0 = getelementptr i8, ptr addrspace(1) %in, i64 960
  %a30.0 = load i32, ptr addrspace(1) %p30.0, align 16
  %p30.1 = getelementptr i8, ptr addrspace(1) %in, i64 976
  %a30.1 = load i32, ptr addrspace(1) %p30.1, align 16
  %r30 = call i32 @llvm.ssub.sat.i32(i32 %a30.0, i32 %a30.1)
  %q30 = getelementptr i8, ptr addrspace(1) %out, i64 480
  store i32 %r30, ptr addrspace(1) %q30, align 16
  %p31.0 = getelementptr i8, ptr addrspace(1) %in, i64 992
  %a31.0 = load i32, ptr addrspace(1) %p31.0, align 16
  %p31.1 = getelementptr i8, ptr addrspace(1) %in, i64 1008
  %a31.1 = load i32, ptr addrspace(1) %p31.1, align 16
  %r31 = call i32 @llvm.ssub.sat.i32(i32 %a31.0, i32 %a31.1)
  %q31 = getelementptr i8, ptr addrspace(1) %out, i64 496
  store i32 %r31, ptr addrspace(1) %q31, align 16
  %p32.0 = getelementptr i8, ptr addrspace(1) %in, i64 1024
  %a32.0 = load i32, ptr addrspace(1) %p32.0, align 16
  %p32.1 = getelementptr i8, ptr addrspace(1) %in, i64 1040
  %a32.1 = load i32, ptr addrspace(1) %p32.1, align 16
  %r32 = call i32 @llvm.ssub.sat.i32(i32 %a32.0, i32 %a32.1)
  %q32 = getelementptr i8, ptr addrspace(1) %out, i64 512
  store i32 %r32, ptr addrspace(1) %q32, align 16
  %p33.0 = getelementptr i8, ptr addrspace(1) %in, i64 1056
  %a33.0 = load <2 x i32>, ptr addrspace(1) %p33.0, align 16
  %p33.1 = getelementptr i8, ptr addrspace(1) %in, i64 1072
  %a33.1 = load <2 x i32>, ptr addrspace(1) %p33.1, align 16
  %r33 = call <2 x i32> @llvm.ssub.sat.v2i32(<2 x i32> %a33.0, <2 x i32> %a33.1)
  %q33 = getelementptr i8, ptr addrspace(1) %out, i64 528
  store <2 x i32> %r33, ptr addrspace(1) %q33, align 16
  %p34.0 = getelementptr i8, ptr addrspace(1) %in, i64 1088
  %a34.0 = load <2 x i32>, ptr addrspace(1) %p34.0, align 16
  %p34.1 = getelementptr i8, ptr addrspace(1) %in, i64 1104
  %a34.1 = load <2 x i32>, ptr addrspace(1) %p34.1, align 16
  %r34 = call <2 x i32> @llvm.ssub.sat.v2i32(<2 x i32> %a34.0, <2 x i32> %a34.1)
  %q34 = getelementptr i8, ptr addrspace(1) %out, i64 544
  store <2 x i32> %r34, ptr addrspace(1) %q34, align 16
  %p35.0 = getelementptr i8, ptr addrspace(1) %in, i64 1120
  %a35.0 = load <2 x i32>, ptr addrspace(1) %p35.0, align 16
  %p35.1 = getelementptr i8, ptr addrspace(1) %in, i64 1136
  %a35.1 = load <2 x i32>, ptr addrspace(1) %p35.1, align 16
  %r35 = call <2 x i32> @llvm.ssub.sat.v2i32(<2 x i32> %a35.0, <2 x i32> %a35.1)
  %q35 = getelementptr i8, ptr addrspace(1) %out, i64 560
  store <2 x i32> %r35, ptr addrspace(1) %q35, align 16
  %p36.0 = getelementptr i8, ptr addrspace(1) %in, i64 1152
  %a36.0 = load i8, ptr addrspace(1) %p36.0, align 16
  %p36.1 = getelementptr i8, ptr addrspace(1) %in, i64 1168
  %a36.1 = load i8, ptr addrspace(1) %p36.1, align 16
  %r36 = call i8 @llvm.usub.sat.i8(i8 %a36.0, i8 %a36.1)
  %q36 = getelementptr i8, ptr addrspace(1) %out, i64 576
  store i8 %r36, ptr addrspace(1) %q36, align 16
  %p37.0 = getelementptr i8, ptr addrspace(1) %in, i64 1184
  %a37.0 = load i8, ptr addrspace(1) %p37.0, align 16
  %p37.1 = getelementptr i8, ptr addrspace(1) %in, i64 1200
  %a37.1 = load i8, ptr addrspace(1) %p37.1, align 16
  %r37 = call i8 @llvm.usub.sat.i8(i8 %a37.0, i8 %a37.1)
  %q37 = getelementptr i8, ptr addrspace(1) %out, i64 592
  store i8 %r37, ptr addrspace(1) %q37, align 16
  %p38.0 = getelementptr i8, ptr addrspace(1) %in, i64 1216
  %a38.0 = load i8, ptr addrspace(1) %p38.0, align 16
  %p38.1 = getelementptr i8, ptr addrspace(1) %in, i64 1232
  %a38.1 = load i8, ptr addrspace(1) %p38.1, align 16
  %r38 = call i8 @llvm.usub.sat.i8(i8 %a38.0, i8 %a38.1)
  %q38 = getelementptr i8, ptr addrspace(1) %out, i64 608
  store i8 %r38, ptr addrspace(1) %q38, align 16
  %p39.0 = getelementptr i8, ptr addrspace(1) %in, i64 1248
  %a39.0 = load i16, ptr addrspace(1) %p39.0, align 16
  %p39.1 = getelementptr i8, ptr addrspace(1) %in, i64 1264
  %a39.1 = load i16, ptr addrspace(1) %p39.1, align 16
  %r39 = call i16 @llvm.usub.sat.i16(i16 %a39.0, i16 %a39.1)
  %q39 = getelementptr i8, ptr addrspace(1) %out, i64 624
  store i16 %r39, ptr addrspace(1) %q39, align 16
  %p40.0 = getelementptr i8, ptr addrspace(1) %in, i64 1280
  %a40.0 = load i16, ptr addrspace(1) %p40.0, align 16
  %p40.1 = getelementptr i8, ptr addrspace(1) %in, i64 1296
  %a40.1 = load i16, ptr addrspace(1) %p40.1, align 16
  %r40 = call i16 @llvm.usub.sat.i16(i16 %a40.0, i16 %a40.1)
  %q40 = getelementptr i8, ptr addrspace(1) %out, i64 640
  store i16 %r40, ptr addrspace(1) %q40, align 16
  %p41.0 = getelementptr i8, ptr addrspace(1) %in, i64 1312
  %a41.0 = load i16, ptr addrspace(1) %p41.0, align 16
  %p41.1 = getelementptr i8, ptr addrspace(1) %in, i64 1328
  %a41.1 = load i16, ptr addrspace(1) %p41.1, align 16
  %r41 = call i16 @llvm.usub.sat.i16(i16 %a41.0, i16 %a41.1)
  %q41 = getelementptr i8, ptr addrspace(1) %out, i64 656
  store i16 %r41, ptr addrspace(1) %q41, align 16
  %p42.0 = getelementptr i8, ptr addrspace(1) %in, i64 1344
  %a42.0 = load i32, ptr addrspace(1) %p42.0, align 16
  %p42.1 = getelementptr i8, ptr addrspace(1) %in, i64 1360
  %a42.1 = load i32, ptr addrspace(1) %p42.1, align 16
  %r42 = call i32 @llvm.usub.sat.i32(i32 %a42.0, i32 %a42.1)
  %q42 = getelementptr i8, ptr addrspace(1) %out, i64 672
  store i32 %r42, ptr addrspace(1) %q42, align 16
  %p43.0 = getelementptr i8, ptr addrspace(1) %in, i64 1376
  %a43.0 = load i32, ptr addrspace(1) %p43.0, align 16
  %p43.1 = getelementptr i8, ptr addrspace(1) %in, i64 1392
  %a43.1 = load i32, ptr addrspace(1) %p43.1, align 16
  %r43 = call i32 @llvm.usub.sat.i32(i32 %a43.0, i32 %a43.1)
  %q43 = getelementptr i8, ptr addrspace(1) %out, i64 688
  store i32 %r43, ptr addrspace(1) %q43, align 16
  %p44.0 = getelementptr i8, ptr addrspace(1) %in, i64 1408
  %a44.0 = load i32, ptr addrspace(1) %p44.0, align 16
  %p44.1 = getelementptr i8, ptr addrspace(1) %in, i64 1424
  %a44.1 = load i32, ptr addrspace(1) %p44.1, align 16
  %r44 = call i32 @llvm.usub.sat.i32(i32 %a44.0, i32 %a44.1)
  %q44 = getelementptr i8, ptr addrspace(1) %out, i64 704
  store i32 %r44, ptr addrspace(1) %q44, align 16
  %p45.0 = getelementptr i8, ptr addrspace(1) %in, i64 1440
  %a45.0 = load <2 x i32>, ptr addrspace(1) %p45.0, align 16
  %p45.1 = getelementptr i8, ptr addrspace(1) %in, i64 1456
  %a45.1 = load <2 x i32>, ptr addrspace(1) %p45.1, align 16
  %r45 = call <2 x i32> @llvm.usub.sat.v2i32(<2 x i32> %a45.0, <2 x i32> %a45.1)
  %q45 = getelementptr i8, ptr addrspace(1) %out, i64 720
  store <2 x i32> %r45, ptr addrspace(1) %q45, align 16
  %p46.0 = getelementptr i8, ptr addrspace(1) %in, i64 1472
  %a46.0 = load <2 x i32>, ptr addrspace(1) %p46.0, align 16
  %p46.1 = getelementptr i8, ptr addrspace(1) %in, i64 1488
  %a46.1 = load <2 x i32>, ptr addrspace(1) %p46.1, align 16
  %r46 = call <2 x i32> @llvm.usub.sat.v2i32(<2 x i32> %a46.0, <2 x i32> %a46.1)
  %q46 = getelementptr i8, ptr addrspace(1) %out, i64 736
  store <2 x i32> %r46, ptr addrspace(1) %q46, align 16
  %p47.0 = getelementptr i8, ptr addrspace(1) %in, i64 1504
  %a47.0 = load <2 x i32>, ptr addrspace(1) %p47.0, align 16
  %p47.1 = getelementptr i8, ptr addrspace(1) %in, i64 1520
  %a47.1 = load <2 x i32>, ptr addrspace(1) %p47.1, align 16
  %r47 = call <2 x i32> @llvm.usub.sat.v2i32(<2 x i32> %a47.0, <2 x i32> %a47.1)
  %q47 = getelementptr i8, ptr addrspace(1) %out, i64 752
  store <2 x i32> %r47, ptr addrspace(1) %q47, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
