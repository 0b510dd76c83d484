; Normalised components of 8 and 16 bits, one, two and four of them.
; buffer 0: @0 f32 0.5 @16 i16 65535 @32 f32 -1 @48 i16 -32768 @64 f16 1 @80 i8 51 @96 f16 -0.5 @112 i8 127 @128 f16 1 0.2
; buffer 0: @144 i16 33151 @160 f32 1 0 0.2 1 @176 i64 9223231305808805888 @192 i32 1074267647
; expect 1: @0 i16 32768 @16 f32 1 @32 i16 -32767 @48 f32 -1 @64 i8 255 @80 f16 0.2 @96 i8 -64 @112 f16 1 @128 i16 13311
; expect 1: @144 f16 1 -1 @160 i64 18446518892869255167 @176 f32 0 1 -1 1 @192 f32 1 -1 0 1
; tolerance: 1e-3

declare i16 @air.pack.unorm1x16.f32(float)
declare float @air.unpack.unorm1x16.f32(i16)
declare i16 @air.pack.snorm1x16.f32(float)
declare float @air.unpack.snorm1x16.f32(i16)
declare i8 @air.pack.unorm1x8.f16(half)
declare half @air.unpack.unorm1x8.f16(i8)
declare i8 @air.pack.snorm1x8.f16(half)
declare half @air.unpack.snorm1x8.f16(i8)
declare i16 @air.pack.unorm2x8.v2f16(<2 x half>)
declare <2 x half> @air.unpack.snorm2x8.v2f16(i16)
declare i64 @air.pack.unorm4x16.v4f32(<4 x float>)
declare <4 x float> @air.unpack.snorm4x16.v4f32(i64)
declare <4 x float> @air.unpack.snorm.rgb10a2.v4f32(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call i16 @air.pack.unorm1x16.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i16 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i16, ptr addrspace(1) %p1.0, align 16
  %r1 = call float @air.unpack.unorm1x16.f32(i16 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call i16 @air.pack.snorm1x16.f32(float %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @air.unpack.snorm1x16.f32(i16 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load half, ptr addrspace(1) %p4.0, align 16
  %r4 = call i8 @air.pack.unorm1x8.f16(half %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i8 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i8, ptr addrspace(1) %p5.0, align 16
  %r5 = call half @air.unpack.unorm1x8.f16(i8 %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store half %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load half, ptr addrspace(1) %p6.0, align 16
  %r6 = call i8 @air.pack.snorm1x8.f16(half %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i8 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i8, ptr addrspace(1) %p7.0, align 16
  %r7 = call half @air.unpack.snorm1x8.f16(i8 %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store half %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load <2 x half>, ptr addrspace(1) %p8.0, align 16
  %r8 = call i16 @air.pack.unorm2x8.v2f16(<2 x half> %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i16 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load i16, ptr addrspace(1) %p9.0, align 16
  %r9 = call <2 x half> @air.unpack.snorm2x8.v2f16(i16 %a9.0)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <2 x half> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load <4 x float>, ptr addrspace(1) %p10.0, align 16
  %r10 = call i64 @air.pack.unorm4x16.v4f32(<4 x float> %a10.0)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i64 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load i64, ptr addrspace(1) %p11.0, align 16
  %r11 = call <4 x float> @air.unpack.snorm4x16.v4f32(i64 %a11.0)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store <4 x float> %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a12.0 = load i32, ptr addrspace(1) %p12.0, align 16
  %r12 = call <4 x float> @air.unpack.snorm.rgb10a2.v4f32(i32 %a12.0)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store <4 x float> %r12, ptr addrspace(1) %q12, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
