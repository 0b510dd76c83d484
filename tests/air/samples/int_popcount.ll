; air.popcount at every width.
; buffer 0: @0 i8 0 @16 i8 80 @32 i16 0 @48 i16 80 @64 i32 0 @80 i32 80 @96 i64 0 @112 i64 80 @128 i32 1 80 0 @144 i16 1 80 0 40
; buffer 0: @160 i8 1 80 @176 i64 1 80
; expect 1: @0 i8 0 @16 i8 2 @32 i16 0 @48 i16 2 @64 i32 0 @80 i32 2 @96 i64 0 @112 i64 2 @128 i32 1 2 0 @144 i16 1 2 0 2
; expect 1: @160 i8 1 2 @176 i64 1 2

declare i8 @air.popcount.i8(i8)
declare i16 @air.popcount.i16(i16)
declare i32 @air.popcount.i32(i32)
declare i64 @air.popcount.i64(i64)
declare <3 x i32> @air.popcount.v3i32(<3 x i32>)
declare <4 x i16> @air.popcount.v4i16(<4 x i16>)
declare <2 x i8> @air.popcount.v2i8(<2 x i8>)
declare <2 x i64> @air.popcount.v2i64(<2 x i64>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %r0 = call i8 @air.popcount.i8(i8 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %r1 = call i8 @air.popcount.i8(i8 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i16, ptr addrspace(1) %p2.0, align 16
  %r2 = call i16 @air.popcount.i16(i16 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %r3 = call i16 @air.popcount.i16(i16 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %r4 = call i32 @air.popcount.i32(i32 %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i32, ptr addrspace(1) %p5.0, align 16
  %r5 = call i32 @air.popcount.i32(i32 %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load i64, ptr addrspace(1) %p6.0, align 16
  %r6 = call i64 @air.popcount.i64(i64 %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i64 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i64, ptr addrspace(1) %p7.0, align 16
  %r7 = call i64 @air.popcount.i64(i64 %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i64 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load <3 x i32>, ptr addrspace(1) %p8.0, align 16
  %r8 = call <3 x i32> @air.popcount.v3i32(<3 x i32> %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store <3 x i32> %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load <4 x i16>, ptr addrspace(1) %p9.0, align 16
  %r9 = call <4 x i16> @air.popcount.v4i16(<4 x i16> %a9.0)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <4 x i16> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load <2 x i8>, ptr addrspace(1) %p10.0, align 16
  %r10 = call <2 x i8> @air.popcount.v2i8(<2 x i8> %a10.0)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <2 x i8> %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load <2 x i64>, ptr addrspace(1) %p11.0, align 16
  %r11 = call <2 x i64> @air.popcount.v2i64(<2 x i64> %a11.0)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store <2 x i64> %r11, ptr addrspace(1) %q11, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
