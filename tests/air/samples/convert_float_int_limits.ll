; Float to 32-bit integers at their limits: what is beyond becomes the limit itself, which no float is (trap 4). Scalars, then the same by vectors.
; buffer 0: f32 inf 3000000000.0 2147483520.0 -3000000000.0 inf 5000000000.0 4294967040.0 -1.0
; buffer 0: @32 f32 -9223372036854775808.0
; expect 1: i32 2147483647 2147483647 2147483520 -2147483648 -1 -1 -256 0
; expect 1: @32 i32 2147483647 2147483647 2147483520 -2147483648 -1 -1 -256 0
; expect 1: @64 i64 -9223372036854775808

declare i32 @air.convert.s.i32.f.f32(float)
declare i32 @air.convert.u.i32.f.f32(float)
declare <4 x i32> @air.convert.s.v4i32.f.v4f32(<4 x float>)
declare <4 x i32> @air.convert.u.v4i32.f.v4f32(<4 x float>)
declare i64 @air.convert.s.i64.f.f32(float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0 = load float, ptr addrspace(1) %p0, align 4
  %r0 = call i32 @air.convert.s.i32.f.f32(float %a0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 4
  %p1 = getelementptr i8, ptr addrspace(1) %in, i64 4
  %a1 = load float, ptr addrspace(1) %p1, align 4
  %r1 = call i32 @air.convert.s.i32.f.f32(float %a1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %r1, ptr addrspace(1) %q1, align 4
  %p2 = getelementptr i8, ptr addrspace(1) %in, i64 8
  %a2 = load float, ptr addrspace(1) %p2, align 4
  %r2 = call i32 @air.convert.s.i32.f.f32(float %a2)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %r2, ptr addrspace(1) %q2, align 4
  %p3 = getelementptr i8, ptr addrspace(1) %in, i64 12
  %a3 = load float, ptr addrspace(1) %p3, align 4
  %r3 = call i32 @air.convert.s.i32.f.f32(float %a3)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %r3, ptr addrspace(1) %q3, align 4
  %p4 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a4 = load float, ptr addrspace(1) %p4, align 4
  %r4 = call i32 @air.convert.u.i32.f.f32(float %a4)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r4, ptr addrspace(1) %q4, align 4
  %p5 = getelementptr i8, ptr addrspace(1) %in, i64 20
  %a5 = load float, ptr addrspace(1) %p5, align 4
  %r5 = call i32 @air.convert.u.i32.f.f32(float %a5)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 20
  store i32 %r5, ptr addrspace(1) %q5, align 4
  %p6 = getelementptr i8, ptr addrspace(1) %in, i64 24
  %a6 = load float, ptr addrspace(1) %p6, align 4
  %r6 = call i32 @air.convert.u.i32.f.f32(float %a6)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 24
  store i32 %r6, ptr addrspace(1) %q6, align 4
  %p7 = getelementptr i8, ptr addrspace(1) %in, i64 28
  %a7 = load float, ptr addrspace(1) %p7, align 4
  %r7 = call i32 @air.convert.u.i32.f.f32(float %a7)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 28
  store i32 %r7, ptr addrspace(1) %q7, align 4
  %pv0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %v0 = load <4 x float>, ptr addrspace(1) %pv0, align 16
  %w0 = call <4 x i32> @air.convert.s.v4i32.f.v4f32(<4 x float> %v0)
  %qv0 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x i32> %w0, ptr addrspace(1) %qv0, align 16
  %pv1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %v1 = load <4 x float>, ptr addrspace(1) %pv1, align 16
  %w1 = call <4 x i32> @air.convert.u.v4i32.f.v4f32(<4 x float> %v1)
  %qv1 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <4 x i32> %w1, ptr addrspace(1) %qv1, align 16
  %pl = getelementptr i8, ptr addrspace(1) %in, i64 32
  %al = load float, ptr addrspace(1) %pl, align 4
  %rl = call i64 @air.convert.s.i64.f.f32(float %al)
  %ql = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i64 %rl, ptr addrspace(1) %ql, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
