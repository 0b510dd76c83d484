; llvm.is.fpclass tests classes by mask: 3 NaN, 516 infinity, 504 finite, 264 positive or negative normal.
; buffer 0: @0 f32 nan @16 f32 1 @32 f32 -inf @48 f32 inf @64 f32 2 @80 f32 -2 @96 f32 0 @112 f32 nan 1
; expect 1: @0 i32 1 @16 i32 0 @32 i32 1 @48 i32 0 @64 i32 1 @80 i32 1 @96 i32 0 @112 i32 1 0

declare i1 @llvm.is.fpclass.f32(float, i32)
declare <2 x i1> @llvm.is.fpclass.v2f32(<2 x float>, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call i1 @llvm.is.fpclass.f32(float %a0.0, i32 3)
  %z0 = zext i1 %r0 to i32
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %z0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %r1 = call i1 @llvm.is.fpclass.f32(float %a1.0, i32 3)
  %z1 = zext i1 %r1 to i32
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %z1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call i1 @llvm.is.fpclass.f32(float %a2.0, i32 516)
  %z2 = zext i1 %r2 to i32
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i32 %z2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call i1 @llvm.is.fpclass.f32(float %a3.0, i32 4)
  %z3 = zext i1 %r3 to i32
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i32 %z3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load float, ptr addrspace(1) %p4.0, align 16
  %r4 = call i1 @llvm.is.fpclass.f32(float %a4.0, i32 504)
  %z4 = zext i1 %r4 to i32
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %z4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load float, ptr addrspace(1) %p5.0, align 16
  %r5 = call i1 @llvm.is.fpclass.f32(float %a5.0, i32 264)
  %z5 = zext i1 %r5 to i32
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %z5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load float, ptr addrspace(1) %p6.0, align 16
  %r6 = call i1 @llvm.is.fpclass.f32(float %a6.0, i32 264)
  %z6 = zext i1 %r6 to i32
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %z6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load <2 x float>, ptr addrspace(1) %p7.0, align 16
  %r7 = call <2 x i1> @llvm.is.fpclass.v2f32(<2 x float> %a7.0, i32 3)
  %z7 = zext <2 x i1> %r7 to <2 x i32>
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store <2 x i32> %z7, ptr addrspace(1) %q7, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
