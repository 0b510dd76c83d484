; Precise clamp and saturate of NaN give the lower limit, sign gives 0.
; buffer 0: @0 f32 nan @16 f32 -1 @32 f32 2 @48 f32 nan @64 f32 nan @80 f32 -0
; expect 1: @0 f32 -1 @16 f32 0 @32 f32 0 @48 f32 *

declare float @air.clamp.f32(float, float, float)
declare float @air.saturate.f32(float)
declare float @air.sign.f32(float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load float, ptr addrspace(1) %p0.1, align 16
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a0.2 = load float, ptr addrspace(1) %p0.2, align 16
  %r0 = call float @air.clamp.f32(float %a0.0, float %a0.1, float %a0.2)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %r1 = call float @air.saturate.f32(float %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load float, ptr addrspace(1) %p2.0, align 16
  %r2 = call float @air.sign.f32(float %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store float %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a3.0 = load float, ptr addrspace(1) %p3.0, align 16
  %r3 = call float @air.sign.f32(float %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store float %r3, ptr addrspace(1) %q3, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
