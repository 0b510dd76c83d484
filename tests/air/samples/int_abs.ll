; abs; the smallest signed integer stays.
; buffer 0: @0 i8 127 @16 i8 42 @32 i16 32767 @48 i16 10922 @64 i32 2147483647 @80 i32 715827882 @96 i64 9223372036854775807
; buffer 0: @112 i64 3074457345618258602 @128 i32 5 2147483647 -2147483648 @144 i16 5 32767 -32768 10922 @160 i8 5 127 @176 i8 255
; buffer 0: @192 i8 85 @208 i16 65535 @224 i16 21845 @240 i32 4294967295 @256 i32 1431655765 @272 i64 18446744073709551615
; buffer 0: @288 i64 6148914691236517205 @304 i32 5 4294967295 0 @320 i16 5 65535 0 21845 @336 i8 5 255
; expect 1: @0 i8 127 @16 i8 42 @32 i16 32767 @48 i16 10922 @64 i32 2147483647 @80 i32 715827882 @96 i64 9223372036854775807
; expect 1: @112 i64 3074457345618258602 @128 i32 5 2147483647 -2147483648 @144 i16 5 32767 -32768 10922 @160 i8 5 127 @176 i8 255
; expect 1: @192 i8 85 @208 i16 65535 @224 i16 21845 @240 i32 4294967295 @256 i32 1431655765 @272 i64 18446744073709551615
; expect 1: @288 i64 6148914691236517205 @304 i32 5 4294967295 0 @320 i16 5 65535 0 21845 @336 i8 5 255

declare i8 @air.abs.s.i8(i8)
declare i16 @air.abs.s.i16(i16)
declare i32 @air.abs.s.i32(i32)
declare i64 @air.abs.s.i64(i64)
declare <3 x i32> @air.abs.s.v3i32(<3 x i32>)
declare <4 x i16> @air.abs.s.v4i16(<4 x i16>)
declare <2 x i8> @air.abs.s.v2i8(<2 x i8>)
declare i8 @air.abs.u.i8(i8)
declare i16 @air.abs.u.i16(i16)
declare i32 @air.abs.u.i32(i32)
declare i64 @air.abs.u.i64(i64)
declare <3 x i32> @air.abs.u.v3i32(<3 x i32>)
declare <4 x i16> @air.abs.u.v4i16(<4 x i16>)
declare <2 x i8> @air.abs.u.v2i8(<2 x i8>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %r0 = call i8 @air.abs.s.i8(i8 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %r1 = call i8 @air.abs.s.i8(i8 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i16, ptr addrspace(1) %p2.0, align 16
  %r2 = call i16 @air.abs.s.i16(i16 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %r3 = call i16 @air.abs.s.i16(i16 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %r4 = call i32 @air.abs.s.i32(i32 %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i32, ptr addrspace(1) %p5.0, align 16
  %r5 = call i32 @air.abs.s.i32(i32 %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load i64, ptr addrspace(1) %p6.0, align 16
  %r6 = call i64 @air.abs.s.i64(i64 %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i64 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i64, ptr addrspace(1) %p7.0, align 16
  %r7 = call i64 @air.abs.s.i64(i64 %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i64 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load <3 x i32>, ptr addrspace(1) %p8.0, align 16
  %r8 = call <3 x i32> @air.abs.s.v3i32(<3 x i32> %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store <3 x i32> %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load <4 x i16>, ptr addrspace(1) %p9.0, align 16
  %r9 = call <4 x i16> @air.abs.s.v4i16(<4 x i16> %a9.0)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <4 x i16> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load <2 x i8>, ptr addrspace(1) %p10.0, align 16
  %r10 = call <2 x i8> @air.abs.s.v2i8(<2 x i8> %a10.0)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <2 x i8> %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load i8, ptr addrspace(1) %p11.0, align 16
  %r11 = call i8 @air.abs.u.i8(i8 %a11.0)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i8 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a12.0 = load i8, ptr addrspace(1) %p12.0, align 16
  %r12 = call i8 @air.abs.u.i8(i8 %a12.0)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i8 %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a13.0 = load i16, ptr addrspace(1) %p13.0, align 16
  %r13 = call i16 @air.abs.u.i16(i16 %a13.0)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i16 %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a14.0 = load i16, ptr addrspace(1) %p14.0, align 16
  %r14 = call i16 @air.abs.u.i16(i16 %a14.0)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i16 %r14, ptr addrspace(1) %q14, align 16
  %p15.0 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a15.0 = load i32, ptr addrspace(1) %p15.0, align 16
  %r15 = call i32 @air.abs.u.i32(i32 %a15.0)
  %q15 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i32 %r15, ptr addrspace(1) %q15, align 16
  %p16.0 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a16.0 = load i32, ptr addrspace(1) %p16.0, align 16
  %r16 = call i32 @air.abs.u.i32(i32 %a16.0)
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i32 %r16, ptr addrspace(1) %q16, align 16
  %p17.0 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %a17.0 = load i64, ptr addrspace(1) %p17.0, align 16
  %r17 = call i64 @air.abs.u.i64(i64 %a17.0)
  %q17 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i64 %r17, ptr addrspace(1) %q17, align 16
  %p18.0 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a18.0 = load i64, ptr addrspace(1) %p18.0, align 16
  %r18 = call i64 @air.abs.u.i64(i64 %a18.0)
  %q18 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i64 %r18, ptr addrspace(1) %q18, align 16
  %p19.0 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %a19.0 = load <3 x i32>, ptr addrspace(1) %p19.0, align 16
  %r19 = call <3 x i32> @air.abs.u.v3i32(<3 x i32> %a19.0)
  %q19 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store <3 x i32> %r19, ptr addrspace(1) %q19, align 16
  %p20.0 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a20.0 = load <4 x i16>, ptr addrspace(1) %p20.0, align 16
  %r20 = call <4 x i16> @air.abs.u.v4i16(<4 x i16> %a20.0)
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store <4 x i16> %r20, ptr addrspace(1) %q20, align 16
  %p21.0 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %a21.0 = load <2 x i8>, ptr addrspace(1) %p21.0, align 16
  %r21 = call <2 x i8> @air.abs.u.v2i8(<2 x i8> %a21.0)
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
