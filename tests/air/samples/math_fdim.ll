; air.fdim: scalar, vector, fast and half.
; buffer 0: @0 f32 0.25 @16 f32 1 @32 f32 0.25 1.5 @48 f32 1 1 @64 f32 1.5 -2.25 3.75 @80 f32 1 -3 4 @96 f16 0.25 1.5 -2.25 3.75
; buffer 0: @112 f16 1 1 -3 4
; expect 1: @0 f32 0 @16 f32 0 0.5 @32 f32 0.5 0.75 0 @48 f16 0 0.5 0.75 0

declare float @air.fdim.f32(float, float)
declare <2 x float> @air.fdim.v2f32(<2 x float>, <2 x float>)
declare <3 x float> @air.fast_fdim.v3f32(<3 x float>, <3 x float>)
declare <4 x half> @air.fdim.v4f16(<4 x half>, <4 x half>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load float, ptr addrspace(1) %p0.1, align 16
  %r0 = call float @air.fdim.f32(float %a0.0, float %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load <2 x float>, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load <2 x float>, ptr addrspace(1) %p1.1, align 16
  %r1 = call <2 x float> @air.fdim.v2f32(<2 x float> %a1.0, <2 x float> %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <2 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load <3 x float>, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load <3 x float>, ptr addrspace(1) %p2.1, align 16
  %r2 = call fast <3 x float> @air.fast_fdim.v3f32(<3 x float> %a2.0, <3 x float> %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <3 x float> %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3.0 = load <4 x half>, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a3.1 = load <4 x half>, ptr addrspace(1) %p3.1, align 16
  %r3 = call <4 x half> @air.fdim.v4f16(<4 x half> %a3.0, <4 x half> %a3.1)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <4 x half> %r3, ptr addrspace(1) %q3, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
