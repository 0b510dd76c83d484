; Writes of two constant levels.
; texel 1 1 0 0 1: f32 5 6 7 8
; texel 1 0 1 0 1: f32 1010 0 1 0
; texel 1 2 1: f32 1 2 3 4

declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 0>, <4 x float> <float 5.0, float 6.0, float 7.0, float 8.0>, i32 1, i32 2)
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>, i32 0, i32 2)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<float, write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
