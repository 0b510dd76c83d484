; Unpacking of normalised bytes and halves of a word, to float and half.
; buffer 0: @0 i32 2164208384 @16 i32 2164208384 @32 i32 2164208384 @48 i32 2164208384 @64 i32 2164208384 @80 i32 2164208384
; buffer 0: @96 i32 2164208384 @112 i32 2164208384
; expect 1: @0 f32 0 0.2 1 0.5019607843137255 @16 f32 0.1992217898832685 0.5038986800946059 @32 f16 0 0.2 1 0.5019607843137255
; expect 1: @48 f16 0.1992217898832685 0.5038986800946059 @64 f32 0 0.4015748031496063 -0.007874015748031496 -1
; expect 1: @80 f32 0.39844965971861934 -0.9922482985930967 @96 f16 0 0.4015748031496063 -0.007874015748031496 -1
; expect 1: @112 f16 0.39844965971861934 -0.9922482985930967
; tolerance: 1e-3

declare <4 x float> @air.unpack.unorm4x8.v4f32(i32)
declare <2 x float> @air.unpack.unorm2x16.v2f32(i32)
declare <4 x half> @air.unpack.unorm4x8.v4f16(i32)
declare <2 x half> @air.unpack.unorm2x16.v2f16(i32)
declare <4 x float> @air.unpack.snorm4x8.v4f32(i32)
declare <2 x float> @air.unpack.snorm2x16.v2f32(i32)
declare <4 x half> @air.unpack.snorm4x8.v4f16(i32)
declare <2 x half> @air.unpack.snorm2x16.v2f16(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i32, ptr addrspace(1) %p0.0, align 16
  %r0 = call <4 x float> @air.unpack.unorm4x8.v4f32(i32 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x float> %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %r1 = call <2 x float> @air.unpack.unorm2x16.v2f32(i32 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <2 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i32, ptr addrspace(1) %p2.0, align 16
  %r2 = call <4 x half> @air.unpack.unorm4x8.v4f16(i32 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x half> %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i32, ptr addrspace(1) %p3.0, align 16
  %r3 = call <2 x half> @air.unpack.unorm2x16.v2f16(i32 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <2 x half> %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %r4 = call <4 x float> @air.unpack.snorm4x8.v4f32(i32 %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store <4 x float> %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i32, ptr addrspace(1) %p5.0, align 16
  %r5 = call <2 x float> @air.unpack.snorm2x16.v2f32(i32 %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store <2 x float> %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %r6 = call <4 x half> @air.unpack.snorm4x8.v4f16(i32 %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store <4 x half> %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i32, ptr addrspace(1) %p7.0, align 16
  %r7 = call <2 x half> @air.unpack.snorm2x16.v2f16(i32 %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store <2 x half> %r7, ptr addrspace(1) %q7, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
