; Between float, half and bfloat.
; buffer 0: @0 f32 1.0004883 @16 f16 1.5 -2 65504 0 @32 f32 1.5 -2 1000000 0.1 @48 f16 1.0078125 @64 bf16 3
; expect 1: @0 f16 1 @16 f32 1.5 -2 65504 0 @32 f16 1.5 -2 inf 0.1 @48 bf16 1.0078125 @64 f16 3

declare half @air.convert.f.f16.f.f32(float)
declare <4 x float> @air.convert.f.v4f32.f.v4f16(<4 x half>)
declare <4 x half> @air.convert.f.v4f16.f.v4f32(<4 x float>)
declare bfloat @air.convert.f.bf16.f.f16(half)
declare half @air.convert.f.f16.f.bf16(bfloat)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %r0 = call half @air.convert.f.f16.f.f32(float %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store half %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load <4 x half>, ptr addrspace(1) %p1.0, align 16
  %r1 = call <4 x float> @air.convert.f.v4f32.f.v4f16(<4 x half> %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load <4 x float>, ptr addrspace(1) %p2.0, align 16
  %r2 = call <4 x half> @air.convert.f.v4f16.f.v4f32(<4 x float> %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x half> %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load half, ptr addrspace(1) %p3.0, align 16
  %r3 = call bfloat @air.convert.f.bf16.f.f16(half %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store bfloat %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load bfloat, ptr addrspace(1) %p4.0, align 16
  %r4 = call half @air.convert.f.f16.f.bf16(bfloat %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store half %r4, ptr addrspace(1) %q4, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
