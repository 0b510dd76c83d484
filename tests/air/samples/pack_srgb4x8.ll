; unorm4x8.srgb: colours are encoded, alpha is not.
; buffer 0: @0 f32 0 0.5 1 0.5 @16 i32 2164228097
; expect 1: @0 i32 2164243456 @16 f32 0.0003035269835488375 0.21586050011389926 1 0.5019607843137255
; tolerance: 1e-4

declare i32 @air.pack.unorm4x8.srgb.v4f32(<4 x float>)
declare <4 x float> @air.unpack.unorm4x8.srgb.v4f32(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load <4 x float>, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @air.pack.unorm4x8.srgb.v4f32(<4 x float> %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %r1 = call <4 x float> @air.unpack.unorm4x8.srgb.v4f32(i32 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
