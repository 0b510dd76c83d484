; A texture that is read and written: the write is seen behind the fence.
; texel 1 2 1: f32 5
; expect 0: @0 f32 12 * * * @16 f32 5 * * *

declare { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, i32, i32)
declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)
declare void @air.fence_texture_2d(ptr addrspace(1))

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 0, i32 3)
  %v0 = extractvalue { <4 x float>, i8 } %r0, 0
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x float> %v0, ptr addrspace(1) %q0, align 16
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x float> <float 5.0, float 6.0, float 7.0, float 8.0>, i32 0, i32 3)
  call void @air.fence_texture_2d(ptr addrspace(1) %t)
  %r3 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 0, i32 3)
  %v3 = extractvalue { <4 x float>, i8 } %r3, 0
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %v3, ptr addrspace(1) %q3, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d<float, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
