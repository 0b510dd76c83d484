; unorm10a2: ten bits red, green and blue from the low end, two of alpha.
; buffer 0: @0 f32 1 0.5 0 1 @16 i32 3222273025 @32 i32 3222273025
; expect 1: @0 i32 3221750783 @16 f32 0.0009775171065493646 1 0 1 @32 f16 0.0009775171065493646 1 0 1
; tolerance: 1e-3

declare i32 @air.pack.unorm.rgb10a2.v4f32(<4 x float>)
declare <4 x float> @air.unpack.unorm.rgb10a2.v4f32(i32)
declare <4 x half> @air.unpack.unorm.rgb10a2.v4f16(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load <4 x float>, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @air.pack.unorm.rgb10a2.v4f32(<4 x float> %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %r1 = call <4 x float> @air.unpack.unorm.rgb10a2.v4f32(i32 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i32, ptr addrspace(1) %p2.0, align 16
  %r2 = call <4 x half> @air.unpack.unorm.rgb10a2.v4f16(i32 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x half> %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
