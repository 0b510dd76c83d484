; Integer of every width to float and half.
; buffer 0: @0 i8 -5 @16 i16 -5 @32 i32 -5 @48 i64 -5 @64 i8 254 @80 i16 65534 @96 i32 16777216 @112 i64 16777216 @128 i8 1 255 3 4
; buffer 0: @144 i16 1 65535 @160 i32 2049 @176 i32 70000
; expect 1: @0 f32 -5 @16 f32 -5 @32 f32 -5 @48 f32 -5 @64 f32 254 @80 f32 65534 @96 f32 16777216 @112 f32 16777216
; expect 1: @128 f32 1 255 3 4 @144 f32 1 65535 @160 f16 2048 @176 f16 inf

declare float @air.convert.f.f32.s.i8(i8)
declare float @air.convert.f.f32.s.i16(i16)
declare float @air.convert.f.f32.s.i32(i32)
declare float @air.convert.f.f32.s.i64(i64)
declare float @air.convert.f.f32.u.i8(i8)
declare float @air.convert.f.f32.u.i16(i16)
declare float @air.convert.f.f32.u.i32(i32)
declare float @air.convert.f.f32.u.i64(i64)
declare <4 x float> @air.convert.f.v4f32.u.v4i8(<4 x i8>)
declare <2 x float> @air.convert.f.v2f32.u.v2i16(<2 x i16>)
declare half @air.convert.f.f16.s.i32(i32)
declare half @air.convert.f.f16.u.i32(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %r0 = call float @air.convert.f.f32.s.i8(i8 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i16, ptr addrspace(1) %p1.0, align 16
  %r1 = call float @air.convert.f.f32.s.i16(i16 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i32, ptr addrspace(1) %p2.0, align 16
  %r2 = call float @air.convert.f.f32.s.i32(i32 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store float %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i64, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @air.convert.f.f32.s.i64(i64 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load i8, ptr addrspace(1) %p4.0, align 16
  %r4 = call float @air.convert.f.f32.u.i8(i8 %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store float %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i16, ptr addrspace(1) %p5.0, align 16
  %r5 = call float @air.convert.f.f32.u.i16(i16 %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store float %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %r6 = call float @air.convert.f.f32.u.i32(i32 %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store float %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i64, ptr addrspace(1) %p7.0, align 16
  %r7 = call float @air.convert.f.f32.u.i64(i64 %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store float %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load <4 x i8>, ptr addrspace(1) %p8.0, align 16
  %r8 = call <4 x float> @air.convert.f.v4f32.u.v4i8(<4 x i8> %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store <4 x float> %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load <2 x i16>, ptr addrspace(1) %p9.0, align 16
  %r9 = call <2 x float> @air.convert.f.v2f32.u.v2i16(<2 x i16> %a9.0)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store <2 x float> %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load i32, ptr addrspace(1) %p10.0, align 16
  %r10 = call half @air.convert.f.f16.s.i32(i32 %a10.0)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store half %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load i32, ptr addrspace(1) %p11.0, align 16
  %r11 = call half @air.convert.f.f16.u.i32(i32 %a11.0)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store half %r11, ptr addrspace(1) %q11, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
