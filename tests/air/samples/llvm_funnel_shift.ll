; fshl and fshr at every width; the count is taken modulo the width.
; buffer 0: @0 i8 145 @16 i8 231 @32 i8 0 @48 i8 145 @64 i8 231 @80 i8 0 @96 i8 145 @112 i8 231 @128 i8 3 @144 i8 145 @160 i8 231
; buffer 0: @176 i8 3 @192 i8 145 @208 i8 231 @224 i8 9 @240 i8 145 @256 i8 231 @272 i8 9 @288 i16 145 @304 i16 231 @320 i16 0
; buffer 0: @336 i16 145 @352 i16 231 @368 i16 0 @384 i16 145 @400 i16 231 @416 i16 3 @432 i16 145 @448 i16 231 @464 i16 3
; buffer 0: @480 i16 145 @496 i16 231 @512 i16 17 @528 i16 145 @544 i16 231 @560 i16 17 @576 i32 145 @592 i32 231 @608 i32 0
; buffer 0: @624 i32 145 @640 i32 231 @656 i32 0 @672 i32 145 @688 i32 231 @704 i32 3 @720 i32 145 @736 i32 231 @752 i32 3
; buffer 0: @768 i32 145 @784 i32 231 @800 i32 33 @816 i32 145 @832 i32 231 @848 i32 33 @864 i64 145 @880 i64 231 @896 i64 0
; buffer 0: @912 i64 145 @928 i64 231 @944 i64 0 @960 i64 145 @976 i64 231 @992 i64 3 @1008 i64 145 @1024 i64 231 @1040 i64 3
; buffer 0: @1056 i64 145 @1072 i64 231 @1088 i64 65 @1104 i64 145 @1120 i64 231 @1136 i64 65 @1152 i32 145 145 145
; buffer 0: @1168 i32 231 231 231 @1184 i32 0 0 0 @1200 i32 145 145 145 @1216 i32 231 231 231 @1232 i32 0 0 0 @1248 i32 145 145 145
; buffer 0: @1264 i32 231 231 231 @1280 i32 3 3 3 @1296 i32 145 145 145 @1312 i32 231 231 231 @1328 i32 3 3 3 @1344 i32 145 145 145
; buffer 0: @1360 i32 231 231 231 @1376 i32 33 33 33 @1392 i32 145 145 145 @1408 i32 231 231 231 @1424 i32 33 33 33
; expect 1: @0 i8 145 @16 i8 231 @32 i8 143 @48 i8 60 @64 i8 35 @80 i8 243 @96 i16 145 @112 i16 231 @128 i16 1160 @144 i16 8220
; expect 1: @160 i16 290 @176 i16 32883 @192 i32 145 @208 i32 231 @224 i32 1160 @240 i32 536870940 @256 i32 290 @272 i32 2147483763
; expect 1: @288 i64 145 @304 i64 231 @320 i64 1160 @336 i64 2305843009213693980 @352 i64 290 @368 i64 9223372036854775923
; expect 1: @384 i32 145 145 145 @400 i32 231 231 231 @416 i32 1160 1160 1160 @432 i32 536870940 536870940 536870940
; expect 1: @448 i32 290 290 290 @464 i32 2147483763 2147483763 2147483763

declare i8 @llvm.fshl.i8(i8, i8, i8)
declare i8 @llvm.fshr.i8(i8, i8, i8)
declare i16 @llvm.fshl.i16(i16, i16, i16)
declare i16 @llvm.fshr.i16(i16, i16, i16)
declare i32 @llvm.fshl.i32(i32, i32, i32)
declare i32 @llvm.fshr.i32(i32, i32, i32)
declare i64 @llvm.fshl.i64(i64, i64, i64)
declare i64 @llvm.fshr.i64(i64, i64, i64)
declare <3 x i32> @llvm.fshl.v3i32(<3 x i32>, <3 x i32>, <3 x i32>)
declare <3 x i32> @llvm.fshr.v3i32(<3 x i32>, <3 x i32>, <3 x i32>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i8, ptr addrspace(1) %p0.1, align 16
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a0.2 = load i8, ptr addrspace(1) %p0.2, align 16
  %r0 = call i8 @llvm.fshl.i8(i8 %a0.0, i8 %a0.1, i8 %a0.2)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a1.1 = load i8, ptr addrspace(1) %p1.1, align 16
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a1.2 = load i8, ptr addrspace(1) %p1.2, align 16
  %r1 = call i8 @llvm.fshr.i8(i8 %a1.0, i8 %a1.1, i8 %a1.2)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a2.0 = load i8, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a2.1 = load i8, ptr addrspace(1) %p2.1, align 16
  %p2.2 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a2.2 = load i8, ptr addrspace(1) %p2.2, align 16
  %r2 = call i8 @llvm.fshl.i8(i8 %a2.0, i8 %a2.1, i8 %a2.2)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a3.0 = load i8, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a3.1 = load i8, ptr addrspace(1) %p3.1, align 16
  %p3.2 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a3.2 = load i8, ptr addrspace(1) %p3.2, align 16
  %r3 = call i8 @llvm.fshr.i8(i8 %a3.0, i8 %a3.1, i8 %a3.2)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i8 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a4.0 = load i8, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a4.1 = load i8, ptr addrspace(1) %p4.1, align 16
  %p4.2 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a4.2 = load i8, ptr addrspace(1) %p4.2, align 16
  %r4 = call i8 @llvm.fshl.i8(i8 %a4.0, i8 %a4.1, i8 %a4.2)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i8 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a5.0 = load i8, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a5.1 = load i8, ptr addrspace(1) %p5.1, align 16
  %p5.2 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a5.2 = load i8, ptr addrspace(1) %p5.2, align 16
  %r5 = call i8 @llvm.fshr.i8(i8 %a5.0, i8 %a5.1, i8 %a5.2)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i8 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a6.0 = load i16, ptr addrspace(1) %p6.0, align 16
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a6.1 = load i16, ptr addrspace(1) %p6.1, align 16
  %p6.2 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a6.2 = load i16, ptr addrspace(1) %p6.2, align 16
  %r6 = call i16 @llvm.fshl.i16(i16 %a6.0, i16 %a6.1, i16 %a6.2)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i16 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a7.0 = load i16, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a7.1 = load i16, ptr addrspace(1) %p7.1, align 16
  %p7.2 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a7.2 = load i16, ptr addrspace(1) %p7.2, align 16
  %r7 = call i16 @llvm.fshr.i16(i16 %a7.0, i16 %a7.1, i16 %a7.2)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i16 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a8.0 = load i16, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a8.1 = load i16, ptr addrspace(1) %p8.1, align 16
  %p8.2 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a8.2 = load i16, ptr addrspace(1) %p8.2, align 16
  %r8 = call i16 @llvm.fshl.i16(i16 %a8.0, i16 %a8.1, i16 %a8.2)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i16 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a9.0 = load i16, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 448
  %a9.1 = load i16, ptr addrspace(1) %p9.1, align 16
  %p9.2 = getelementptr i8, ptr addrspace(1) %in, i64 464
  %a9.2 = load i16, ptr addrspace(1) %p9.2, align 16
  %r9 = call i16 @llvm.fshr.i16(i16 %a9.0, i16 %a9.1, i16 %a9.2)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i16 %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 480
  %a10.0 = load i16, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 496
  %a10.1 = load i16, ptr addrspace(1) %p10.1, align 16
  %p10.2 = getelementptr i8, ptr addrspace(1) %in, i64 512
  %a10.2 = load i16, ptr addrspace(1) %p10.2, align 16
  %r10 = call i16 @llvm.fshl.i16(i16 %a10.0, i16 %a10.1, i16 %a10.2)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i16 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 528
  %a11.0 = load i16, ptr addrspace(1) %p11.0, align 16
  %p11.1 = getelementptr i8, ptr addrspace(1) %in, i64 544
  %a11.1 = load i16, ptr addrspace(1) %p11.1, align 16
  %p11.2 = getelementptr i8, ptr addrspace(1) %in, i64 560
  %a11.2 = load i16, ptr addrspace(1) %p11.2, align 16
  %r11 = call i16 @llvm.fshr.i16(i16 %a11.0, i16 %a11.1, i16 %a11.2)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i16 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 576
  %a12.0 = load i32, ptr addrspace(1) %p12.0, align 16
  %p12.1 = getelementptr i8, ptr addrspace(1) %in, i64 592
  %a12.1 = load i32, ptr addrspace(1) %p12.1, align 16
  %p12.2 = getelementptr i8, ptr addrspace(1) %in, i64 608
  %a12.2 = load i32, ptr addrspace(1) %p12.2, align 16
  %r12 = call i32 @llvm.fshl.i32(i32 %a12.0, i32 %a12.1, i32 %a12.2)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i32 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 624
  %a13.0 = load i32, ptr addrspace(1) %p13.0, align 16
  %p13.1 = getelementptr i8, ptr addrspace(1) %in, i64 640
  %a13.1 = load i32, ptr addrspace(1) %p13.1, align 16
  %p13.2 = getelementptr i8, ptr addrspace(1) %in, i64 656
  %a13.2 = load i32, ptr addrspace(1) %p13.2, align 16
  %r13 = call i32 @llvm.fshr.i32(i32 %a13.0, i32 %a13.1, i32 %a13.2)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i32 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 672
  %a14.0 = load i32, ptr addrspace(1) %p14.0, align 16
  %p14.1 = getelementptr i8, ptr addrspace(1) %in, i64 688
  %a14.1 = load i32, ptr addrspace(1) %p14.1, align 16
  %p14.2 = getelementptr i8, ptr addrspace(1) %in, i64 704
  %a14.2 = load i32, ptr addrspace(1) %p14.2, align 16
  %r14 = call i32 @llvm.fshl.i32(i32 %a14.0, i32 %a14.1, i32 %a14.2)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i32 %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 720
  %a15.0 = load i32, ptr addrspace(1) %p15.0, align 16
  %p15.1 = getelementptr i8, ptr addrspace(1) %in, i64 736
  %a15.1 = load i32, ptr addrspace(1) %p15.1, align 16
  %p15.2 = getelementptr i8, ptr addrspace(1) %in, i64 752
  %a15.2 = load i32, ptr addrspace(1) %p15.2, align 16
  %r15 = call i32 @llvm.fshr.i32(i32 %a15.0, i32 %a15.1, i32 %a15.2)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i32 %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 768
  %a16.0 = load i32, ptr addrspace(1) %p16.0, align 16
  %p16.1 = getelementptr i8, ptr addrspace(1) %in, i64 784
  %a16.1 = load i32, ptr addrspace(1) %p16.1, align 16
  %p16.2 = getelementptr i8, ptr addrspace(1) %in, i64 800
  %a16.2 = load i32, ptr addrspace(1) %p16.2, align 16
  %r16 = call i32 @llvm.fshl.i32(i32 %a16.0, i32 %a16.1, i32 %a16.2)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i32 %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 816
  %a17.0 = load i32, ptr addrspace(1) %p17.0, align 16
  %p17.1 = getelementptr i8, ptr addrspace(1) %in, i64 832
  %a17.1 = load i32, ptr addrspace(1) %p17.1, align 16
  %p17.2 = getelementptr i8, ptr addrspace(1) %in, i64 848
  %a17.2 = load i32, ptr addrspace(1) %p17.2, align 16
  %r17 = call i32 @llvm.fshr.i32(i32 %a17.0, i32 %a17.1, i32 %a17.2)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i32 %r17, ptr addrspace(1) %q17, align 16
  %p18.0 = getelementptr i8, ptr addrspace(1) %in, i64 864
  %a18.0 = load i64, ptr addrspace(1) %p18.0, align 16
  %p18.1 = getelementptr i8, ptr addrspace(1) %in, i64 880
  %a18.1 = load i64, ptr addrspace(1) %p18.1, align 16
  %p18.2 = getelementptr i8, ptr addrspace(1) %in, i64 896
  %a18.2 = load i64, ptr addrspace(1) %p18.2, align 16
  %r18 = call i64 @llvm.fshl.i64(i64 %a18.0, i64 %a18.1, i64 %a18.2)
  %q18 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i64 %r18, ptr addrspace(1) %q18, align 16
  %p19.0 = getelementptr i8, ptr addrspace(1) %in, i64 912
  %a19.0 = load i64, ptr addrspace(1) %p19.0, align 16
  %p19.1 = getelementptr i8, ptr addrspace(1) %in, i64 928
  %a19.1 = load i64, ptr addrspace(1) %p19.1, align 16
  %p19.2 = getelementptr i8, ptr addrspace(1) %in, i64 944
  %a19.2 = load i64, ptr addrspace(1) %p19.2, align 16
  %r19 = call i64 @llvm.fshr.i64(i64 %a19.0, i64 %a19.1, i64 %a19.2)
  %q19 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store i64 %r19, ptr addrspace(1) %q19, align 16
  %p20.0 = getelementptr i8, ptr addrspace(1) %in, i64 960
  %a20.0 = load i64, ptr addrspace(1) %p20.0, align 16
  %p20.1 = getelementptr i8, ptr addrspace(1) %in, i64 976
  %a20.1 = load i64, ptr addrspace(1) %p20.1, align 16
  %p20.2 = getelementptr i8, ptr addrspace(1) %in, i64 992
  %a20.2 = load i64, ptr addrspace(1) %p20.2, align 16
  %r20 = call i64 @llvm.fshl.i64(i64 %a20.0, i64 %a20.1, i64 %a20.2)
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store i64 %r20, ptr addrspace(1) %q20, align 16
  %p21.0 = getelementptr i8, ptr addrspace(1) %in, i64 1008
  %a21.0 = load i64, ptr addrspace(1) %p21.0, align 16
  %p21.1 = getelementptr i8, ptr addrspace(1) %in, i64 1024
  %a21.1 = load i64, ptr addrspace(1) %p21.1, align 16
  %p21.2 = getelementptr i8, ptr addrspace(1) %in, i64 1040
  %a21.2 = load i64, ptr addrspace(1) %p21.2, align 16
  %r21 = call i64 @llvm.fshr.i64(i64 %a21.0, i64 %a21.1, i64 %a21.2)
  %q21 = getelementptr i8, ptr addrspace(1) %out, i64 336
  store i64 %r21, ptr addrspace(1) %q21, align 16
  %p22.0 = getelementptr i8, ptr addrspace(1) %in, i64 1056
  %a22.0 = load i64, ptr addrspace(1) %p22.0, align 16
  %p22.1 = getelementptr i8, ptr addrspace(1) %in, i64 1072
  %a22.1 = load i64, ptr addrspace(1) %p22.1, align 16
  %p22.2 = getelementptr i8, ptr addrspace(1) %in, i64 1088
  %a22.2 = load i64, ptr addrspace(1) %p22.2, align 16
  %r22 = call i64 @llvm.fshl.i64(i64 %a22.0, i64 %a22.1, i64 %a22.2)
  %q22 = getelementptr i8, ptr addrspace(1) %out, i64 352
  store i64 %r22, ptr addrspace(1) %q22, align 16
  %p23.0 = getelementptr i8, ptr addrspace(1) %in, i64 1104
  %a23.0 = load i64, ptr addrspace(1) %p23.0, align 16
  %p23.1 = getelementptr i8, ptr addrspace(1) %in, i64 1120
  %a23.1 = load i64, ptr addrspace(1) %p23.1, align 16
  %p23.2 = getelementptr i8, ptr addrspace(1) %in, i64 1136
  %a23.2 = load i64, ptr addrspace(1) %p23.2, align 16
  %r23 = call i64 @llvm.fshr.i64(i64 %a23.0, i64 %a23.1, i64 %a23.2)
  %q23 = getelementptr i8, ptr addrspace(1) %out, i64 368
  store i64 %r23, ptr addrspace(1) %q23, align 16
  %p24.0 = getelementptr i8, ptr addrspace(1) %in, i64 1152
  %a24.0 = load <3 x i32>, ptr addrspace(1) %p24.0, align 16
  %p24.1 = getelementptr i8, ptr addrspace(1) %in, i64 1168
  %a24.1 = load <3 x i32>, ptr addrspace(1) %p24.1, align 16
  %p24.2 = getelementptr i8, ptr addrspace(1) %in, i64 1184
  %a24.2 = load <3 x i32>, ptr addrspace(1) %p24.2, align 16
  %r24 = call <3 x i32> @llvm.fshl.v3i32(<3 x i32> %a24.0, <3 x i32> %a24.1, <3 x i32> %a24.2)
  %q24 = getelementptr i8, ptr addrspace(1) %out, i64 384
  store <3 x i32> %r24, ptr addrspace(1) %q24, align 16
  %p25.0 = getelementptr i8, ptr addrspace(1) %in, i64 1200
  %a25.0 = load <3 x i32>, ptr addrspace(1) %p25.0, align 16
  %p25.1 = getelementptr i8, ptr addrspace(1) %in, i64 1216
  %a25.1 = load <3 x i32>, ptr addrspace(1) %p25.1, align 16
  %p25.2 = getelementptr i8, ptr addrspace(1) %in, i64 1232
  %a25.2 = load <3 x i32>, ptr addrspace(1) %p25.2, align 16
  %r25 = call <3 x i32> @llvm.fshr.v3i32(<3 x i32> %a25.0, <3 x i32> %a25.1, <3 x i32> %a25.2)
  %q25 = getelementptr i8, ptr addrspace(1) %out, i64 400
  store <3 x i32> %r25, ptr addrspace(1) %q25, align 16
  %p26.0 = getelementptr i8, ptr addrspace(1) %in, i64 1248
  %a26.0 = load <3 x i32>, ptr addrspace(1) %p26.0, align 16
  %p26.1 = getelementptr i8, ptr addrspace(1) %in, i64 1264
  %a26.1 = load <3 x i32>, ptr addrspace(1) %p26.1, align 16
  %p26.2 = getelementptr i8, ptr addrspace(1) %in, i64 1280
  %a26.2 = load <3 x i32>, ptr addrspace(1) %p26.2, align 16
  %r26 = call <3 x i32> @llvm.fshl.v3i32(<3 x i32> %a26.0, <3 x i32> %a26.1, <3 x i32> %a26.2)
  %q26 = getelementptr i8, ptr addrspace(1) %out, i64 416
  store <3 x i32> %r26, ptr addrspace(1) %q26, align 16
  %p27.0 = getelementptr i8, ptr addrspace(1) %in, i64 1296
  %a27.0 = load <3 x i32>, ptr addrspace(1) %p27.0, align 16
  %p27.1 = getelementptr i8, ptr addrspace(1) %in, i64 1312
  %a27.1 = load <3 x i32>, ptr addrspace(1) %p27.1, align 16
  %p27.2 = getelementptr i8, ptr addrspace(1) %in, i64 1328
  %a27.2 = load <3 x i32>, ptr addrspace(1) %p27.2, align 16
  %r27 = call <3 x i32> @llvm.fshr.v3i32(<3 x i32> %a27.0, <3 x i32> %a27.1, <3 x i32> %a27.2)
  %q27 = getelementptr i8, ptr addrspace(1) %out, i64 432
  store <3 x i32> %r27, ptr addrspace(1) %q27, align 16
  %p28.0 = getelementptr i8, ptr addrspace(1) %in, i64 1344
  %a28.0 = load <3 x i32>, ptr addrspace(1) %p28.0, align 16
  %p28.1 = getelementptr i8, ptr addrspace(1) %in, i64 1360
  %a28.1 = load <3 x i32>, ptr addrspace(1) %p28.1, align 16
  %p28.2 = getelementptr i8, ptr addrspace(1) %in, i64 1376
  %a28.2 = load <3 x i32>, ptr addrspace(1) %p28.2, align 16
  %r28 = call <3 x i32> @llvm.fshl.v3i32(<3 x i32> %a28.0, <3 x i32> %a28.1, <3 x i32> %a28.2)
  %q28 = getelementptr i8, ptr addrspace(1) %out, i64 448
  store <3 x i32> %r28, ptr addrspace(1) %q28, align 16
  %p29.0 = getelementptr i8, ptr addrspace(1) %in, i64 1392
  %a29.0 = load <3 x i32>, ptr addrspace(1) %p29.0, align 16
  %p29.1 = getelementptr i8, ptr addrspace(1) %in, i64 1408
  %a29.1 = load <3 x i32>, ptr addrspace(1) %p29.1, align 16
  %p29.2 = getelementptr i8, ptr addrspace(1) %in, i64 1424
  %a29.2 = load <3 x i32>, ptr addrspace(1) %p29.2, align 16
  %r29 = call <3 x i32> @llvm.fshr.v3i32(<3 x i32> %a29.0, <3 x i32> %a29.1, <3 x i32> %a29.2)
  %q29 = getelementptr i8, ptr addrspace(1) %out, i64 464
  store <3 x i32> %r29, ptr addrspace(1) %q29, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
