; ldexp: the exponent is an integer.
; buffer 0: @0 f32 0.75 @16 i32 3 @32 f32 1.5 3 @48 i32 -1 4 @64 f16 1.5 @80 i32 2
; expect 1: @0 f32 6 @16 f32 0.75 48 @32 f16 6

declare float @air.ldexp.f32(float, i32)
declare <2 x float> @air.fast_ldexp.v2f32(<2 x float>, <2 x i32>)
declare half @air.ldexp.f16(half, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i32, ptr addrspace(1) %p0.1, align 16
  %r0 = call float @air.ldexp.f32(float %a0.0, i32 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load <2 x float>, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load <2 x i32>, ptr addrspace(1) %p1.1, align 16
  %r1 = call fast <2 x float> @air.fast_ldexp.v2f32(<2 x float> %a1.0, <2 x i32> %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <2 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load half, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load i32, ptr addrspace(1) %p2.1, align 16
  %r2 = call half @air.ldexp.f16(half %a2.0, i32 %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store half %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
