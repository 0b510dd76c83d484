; ilogb gives the exponent as an integer, logb as a number.
; buffer 0: @0 f32 10 @16 f32 -0.3 @32 f32 1 0.124 @48 f32 10 @64 f32 0.75 1024
; expect 1: @0 i32 3 @16 i32 -2 @32 i32 0 -4 @48 f32 3 @64 f32 -1 10

declare i32 @air.ilogb.f32(float)
declare <2 x i32> @air.ilogb.v2f32(<2 x float>)
declare float @air.logb.f32(float)
declare <2 x float> @air.fast_logb.v2f32(<2 x float>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @air.ilogb.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %r1 = call i32 @air.ilogb.f32(float %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load <2 x float>, ptr addrspace(1) %p2.0, align 16
  %r2 = call <2 x i32> @air.ilogb.v2f32(<2 x float> %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <2 x i32> %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @air.logb.f32(float %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load <2 x float>, ptr addrspace(1) %p4.0, align 16
  %r4 = call <2 x float> @air.fast_logb.v2f32(<2 x float> %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store <2 x float> %r4, ptr addrspace(1) %q4, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
