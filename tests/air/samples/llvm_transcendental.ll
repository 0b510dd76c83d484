; LLVM forms of the transcendental functions.
; buffer 0: @0 f32 1 @16 f32 3 @32 f32 2 @48 f32 8 @64 f32 1000 @80 f32 1 @96 f32 1 @112 f32 2 @128 f32 0.5
; expect 1: @0 f32 2.718281828459045 @16 f32 8 @32 f32 0.6931471805599453 @48 f32 3 @64 f32 3 @80 f32 0.8414709848078965
; expect 1: @96 f32 0.5403023058681398 @112 f32 1.4142135623730951
; tolerance: 0.0001

declare float @llvm.exp.f32(float)
declare float @llvm.exp2.f32(float)
declare float @llvm.log.f32(float)
declare float @llvm.log2.f32(float)
declare float @llvm.log10.f32(float)
declare float @llvm.sin.f32(float)
declare float @llvm.cos.f32(float)
declare float @llvm.pow.f32(float, float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call float @llvm.exp.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %r1 = call float @llvm.exp2.f32(float %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call float @llvm.log.f32(float %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store float %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @llvm.log2.f32(float %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load float, ptr addrspace(1) %p4.0, align 16
  %r4 = call float @llvm.log10.f32(float %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store float %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load float, ptr addrspace(1) %p5.0, align 16
  %r5 = call float @llvm.sin.f32(float %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store float %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load float, ptr addrspace(1) %p6.0, align 16
  %r6 = call float @llvm.cos.f32(float %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store float %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load float, ptr addrspace(1) %p7.0, align 16
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a7.1 = load float, ptr addrspace(1) %p7.1, align 16
  %r7 = call float @llvm.pow.f32(float %a7.0, float %a7.1)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store float %r7, ptr addrspace(1) %q7, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
