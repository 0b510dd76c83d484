; LLVM forms of the float functions.
; buffer 0: @0 f32 -2.5 @16 f32 -2.5 2.5 @32 f32 -2.5 @48 f32 -2.5 @64 f32 2.5 @80 f32 3.5 @96 f32 2.5 @112 f32 6.25 @128 f32 2.5
; buffer 0: @144 f32 -1 @160 f32 2 @176 f32 3 @192 f32 4 @208 f32 1 2 3 @224 f32 2 2 2 @240 f32 1 1 1
; expect 1: @0 f32 2.5 @16 f32 -3 2 @32 f32 -2 @48 f32 -2 @64 f32 2 @80 f32 4 @96 f32 3 @112 f32 2.5 @128 f32 -2.5 @144 f32 10
; expect 1: @160 f32 3 5 7

declare float @llvm.fabs.f32(float)
declare <2 x float> @llvm.floor.v2f32(<2 x float>)
declare float @llvm.ceil.f32(float)
declare float @llvm.trunc.f32(float)
declare float @llvm.rint.f32(float)
declare float @llvm.roundeven.f32(float)
declare float @llvm.round.f32(float)
declare float @llvm.sqrt.f32(float)
declare float @llvm.copysign.f32(float, float)
declare float @llvm.fma.f32(float, float, float)
declare <3 x float> @llvm.fmuladd.v3f32(<3 x float>, <3 x float>, <3 x float>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call float @llvm.fabs.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load <2 x float>, ptr addrspace(1) %p1.0, align 16
  %r1 = call <2 x float> @llvm.floor.v2f32(<2 x float> %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <2 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call float @llvm.ceil.f32(float %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store float %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @llvm.trunc.f32(float %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load float, ptr addrspace(1) %p4.0, align 16
  %r4 = call float @llvm.rint.f32(float %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store float %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load float, ptr addrspace(1) %p5.0, align 16
  %r5 = call float @llvm.roundeven.f32(float %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store float %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load float, ptr addrspace(1) %p6.0, align 16
  %r6 = call float @llvm.round.f32(float %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store float %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load float, ptr addrspace(1) %p7.0, align 16
  %r7 = call float @llvm.sqrt.f32(float %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store float %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load float, ptr addrspace(1) %p8.0, align 16
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a8.1 = load float, ptr addrspace(1) %p8.1, align 16
  %r8 = call float @llvm.copysign.f32(float %a8.0, float %a8.1)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store float %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a9.0 = load float, ptr addrspace(1) %p9.0, align 16
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a9.1 = load float, ptr addrspace(1) %p9.1, align 16
  %p9.2 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a9.2 = load float, ptr addrspace(1) %p9.2, align 16
  %r9 = call float @llvm.fma.f32(float %a9.0, float %a9.1, float %a9.2)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store float %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a10.0 = load <3 x float>, ptr addrspace(1) %p10.0, align 16
  %p10.1 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a10.1 = load <3 x float>, ptr addrspace(1) %p10.1, align 16
  %p10.2 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %a10.2 = load <3 x float>, ptr addrspace(1) %p10.2, align 16
  %r10 = call <3 x float> @llvm.fmuladd.v3f32(<3 x float> %a10.0, <3 x float> %a10.1, <3 x float> %a10.2)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store <3 x float> %r10, ptr addrspace(1) %q10, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
