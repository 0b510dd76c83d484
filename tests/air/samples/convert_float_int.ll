; Float to integer of every width truncates, saturates, and NaN gives 0 (trap 4).
; buffer 0: @0 f32 -3.75 @16 f32 100.9 @32 f32 nan @48 f32 1000000000.0 @64 f32 -3.75 @80 f32 100.9 @96 f32 nan
; buffer 0: @112 f32 1000000000.0 @128 f32 -3.75 @144 f32 100.9 @160 f32 nan @176 f32 -3.75 @192 f32 100.9 @208 f32 nan
; buffer 0: @224 f32 -3.75 @240 f32 100.9 @256 f32 nan @272 f32 1000000000.0 @288 f32 -3.75 @304 f32 100.9 @320 f32 nan
; buffer 0: @336 f32 1000000000.0 @352 f32 -3.75 @368 f32 100.9 @384 f32 nan @400 f32 -3.75 @416 f32 100.9 @432 f32 nan
; expect 1: @0 i8 -3 @16 i8 100 @32 i8 0 @48 i8 127 @64 i16 -3 @80 i16 100 @96 i16 0 @112 i16 32767 @128 i32 -3 @144 i32 100
; expect 1: @160 i32 0 @176 i64 -3 @192 i64 100 @208 i64 0 @224 i8 0 @240 i8 100 @256 i8 0 @272 i8 255 @288 i16 0 @304 i16 100
; expect 1: @320 i16 0 @336 i16 65535 @352 i32 0 @368 i32 100 @384 i32 0 @400 i64 0 @416 i64 100 @432 i64 0

declare i8 @air.convert.s.i8.f.f32(float)
declare i16 @air.convert.s.i16.f.f32(float)
declare i32 @air.convert.s.i32.f.f32(float)
declare i64 @air.convert.s.i64.f.f32(float)
declare i8 @air.convert.u.i8.f.f32(float)
declare i16 @air.convert.u.i16.f.f32(float)
declare i32 @air.convert.u.i32.f.f32(float)
declare i64 @air.convert.u.i64.f.f32(float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call i8 @air.convert.s.i8.f.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %r1 = call i8 @air.convert.s.i8.f.f32(float %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call i8 @air.convert.s.i8.f.f32(float %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call i8 @air.convert.s.i8.f.f32(float %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i8 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load float, ptr addrspace(1) %p4.0, align 16
  %r4 = call i16 @air.convert.s.i16.f.f32(float %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i16 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load float, ptr addrspace(1) %p5.0, align 16
  %r5 = call i16 @air.convert.s.i16.f.f32(float %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i16 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load float, ptr addrspace(1) %p6.0, align 16
  %r6 = call i16 @air.convert.s.i16.f.f32(float %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i16 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load float, ptr addrspace(1) %p7.0, align 16
  %r7 = call i16 @air.convert.s.i16.f.f32(float %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i16 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load float, ptr addrspace(1) %p8.0, align 16
  %r8 = call i32 @air.convert.s.i32.f.f32(float %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load float, ptr addrspace(1) %p9.0, align 16
  %r9 = call i32 @air.convert.s.i32.f.f32(float %a9.0)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i32 %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load float, ptr addrspace(1) %p10.0, align 16
  %r10 = call i32 @air.convert.s.i32.f.f32(float %a10.0)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i32 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load float, ptr addrspace(1) %p11.0, align 16
  %r11 = call i64 @air.convert.s.i64.f.f32(float %a11.0)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i64 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a12.0 = load float, ptr addrspace(1) %p12.0, align 16
  %r12 = call i64 @air.convert.s.i64.f.f32(float %a12.0)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i64 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a13.0 = load float, ptr addrspace(1) %p13.0, align 16
  %r13 = call i64 @air.convert.s.i64.f.f32(float %a13.0)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i64 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a14.0 = load float, ptr addrspace(1) %p14.0, align 16
  %r14 = call i8 @air.convert.u.i8.f.f32(float %a14.0)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i8 %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a15.0 = load float, ptr addrspace(1) %p15.0, align 16
  %r15 = call i8 @air.convert.u.i8.f.f32(float %a15.0)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i8 %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a16.0 = load float, ptr addrspace(1) %p16.0, align 16
  %r16 = call i8 @air.convert.u.i8.f.f32(float %a16.0)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i8 %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a17.0 = load float, ptr addrspace(1) %p17.0, align 16
  %r17 = call i8 @air.convert.u.i8.f.f32(float %a17.0)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i8 %r17, ptr addrspace(1) %q17, align 16
  %p18.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a18.0 = load float, ptr addrspace(1) %p18.0, align 16
  %r18 = call i16 @air.convert.u.i16.f.f32(float %a18.0)
  %q18 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i16 %r18, ptr addrspace(1) %q18, align 16
  %p19.0 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a19.0 = load float, ptr addrspace(1) %p19.0, align 16
  %r19 = call i16 @air.convert.u.i16.f.f32(float %a19.0)
  %q19 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store i16 %r19, ptr addrspace(1) %q19, align 16
  %p20.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a20.0 = load float, ptr addrspace(1) %p20.0, align 16
  %r20 = call i16 @air.convert.u.i16.f.f32(float %a20.0)
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store i16 %r20, ptr addrspace(1) %q20, align 16
  %p21.0 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a21.0 = load float, ptr addrspace(1) %p21.0, align 16
  %r21 = call i16 @air.convert.u.i16.f.f32(float %a21.0)
  %q21 = getelementptr i8, ptr addrspace(1) %out, i64 336
  store i16 %r21, ptr addrspace(1) %q21, align 16
  %p22.0 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a22.0 = load float, ptr addrspace(1) %p22.0, align 16
  %r22 = call i32 @air.convert.u.i32.f.f32(float %a22.0)
  %q22 = getelementptr i8, ptr addrspace(1) %out, i64 352
  store i32 %r22, ptr addrspace(1) %q22, align 16
  %p23.0 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %a23.0 = load float, ptr addrspace(1) %p23.0, align 16
  %r23 = call i32 @air.convert.u.i32.f.f32(float %a23.0)
  %q23 = getelementptr i8, ptr addrspace(1) %out, i64 368
  store i32 %r23, ptr addrspace(1) %q23, align 16
  %p24.0 = getelementptr i8, ptr addrspace(1) %in, i64 384
  %a24.0 = load float, ptr addrspace(1) %p24.0, align 16
  %r24 = call i32 @air.convert.u.i32.f.f32(float %a24.0)
  %q24 = getelementptr i8, ptr addrspace(1) %out, i64 384
  store i32 %r24, ptr addrspace(1) %q24, align 16
  %p25.0 = getelementptr i8, ptr addrspace(1) %in, i64 400
  %a25.0 = load float, ptr addrspace(1) %p25.0, align 16
  %r25 = call i64 @air.convert.u.i64.f.f32(float %a25.0)
  %q25 = getelementptr i8, ptr addrspace(1) %out, i64 400
  store i64 %r25, ptr addrspace(1) %q25, align 16
  %p26.0 = getelementptr i8, ptr addrspace(1) %in, i64 416
  %a26.0 = load float, ptr addrspace(1) %p26.0, align 16
  %r26 = call i64 @air.convert.u.i64.f.f32(float %a26.0)
  %q26 = getelementptr i8, ptr addrspace(1) %out, i64 416
  store i64 %r26, ptr addrspace(1) %q26, align 16
  %p27.0 = getelementptr i8, ptr addrspace(1) %in, i64 432
  %a27.0 = load float, ptr addrspace(1) %p27.0, align 16
  %r27 = call i64 @air.convert.u.i64.f.f32(float %a27.0)
  %q27 = getelementptr i8, ptr addrspace(1) %out, i64 432
  store i64 %r27, ptr addrspace(1) %q27, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
