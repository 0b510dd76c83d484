; Reductions of a vector's lanes.
; buffer 0: @0 i32 1 2 3 4 @16 i32 1 7 3 @32 i32 1 -7 @48 i32 1 2 4 9 @64 i32 1 2 4 9 @80 i32 6 12 @96 i32 1 2 3 4 @112 f32 1
; buffer 0: @128 f32 1 2 3 4 @144 f32 1 9 3 4
; expect 1: @0 i32 10 @16 i32 7 @32 i32 -7 @48 i32 14 @64 i32 15 @80 i32 4 @96 i32 24 @112 f32 11 @128 f32 9

declare i32 @llvm.vector.reduce.add.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.umax.v3i32(<3 x i32>)
declare i32 @llvm.vector.reduce.smin.v2i32(<2 x i32>)
declare i32 @llvm.vector.reduce.xor.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.or.v4i32(<4 x i32>)
declare i32 @llvm.vector.reduce.and.v2i32(<2 x i32>)
declare i32 @llvm.vector.reduce.mul.v4i32(<4 x i32>)
declare float @llvm.vector.reduce.fadd.v4f32(float, <4 x float>)
declare float @llvm.vector.reduce.fmax.v4f32(<4 x float>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load <4 x i32>, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @llvm.vector.reduce.add.v4i32(<4 x i32> %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load <3 x i32>, ptr addrspace(1) %p1.0, align 16
  %r1 = call i32 @llvm.vector.reduce.umax.v3i32(<3 x i32> %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load <2 x i32>, ptr addrspace(1) %p2.0, align 16
  %r2 = call i32 @llvm.vector.reduce.smin.v2i32(<2 x i32> %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i32 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load <4 x i32>, ptr addrspace(1) %p3.0, align 16
  %r3 = call i32 @llvm.vector.reduce.xor.v4i32(<4 x i32> %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i32 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load <4 x i32>, ptr addrspace(1) %p4.0, align 16
  %r4 = call i32 @llvm.vector.reduce.or.v4i32(<4 x i32> %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load <2 x i32>, ptr addrspace(1) %p5.0, align 16
  %r5 = call i32 @llvm.vector.reduce.and.v2i32(<2 x i32> %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load <4 x i32>, ptr addrspace(1) %p6.0, align 16
  %r6 = call i32 @llvm.vector.reduce.mul.v4i32(<4 x i32> %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load float, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a7.1 = load <4 x float>, ptr addrspace(1) %p7.1, align 16
  %r7 = call float @llvm.vector.reduce.fadd.v4f32(float %a7.0, <4 x float> %a7.1)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store float %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a8.0 = load <4 x float>, ptr addrspace(1) %p8.0, align 16
  %r8 = call float @llvm.vector.reduce.fmax.v4f32(<4 x float> %a8.0)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store float %r8, ptr addrspace(1) %q8, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
