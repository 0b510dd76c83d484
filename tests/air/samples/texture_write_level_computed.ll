; A level that is computed, and its size.
; buffer 0: i32 1
; texel 1 1 1 0 1: f32 2 6 7 8
; texel 1 0 0: f32 0 0 0 0
; expect 0: i32 2

declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)
declare i32 @air.get_width_texture_2d(ptr addrspace(1), i32)
declare float @air.convert.f.f32.u.i32(i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %level = load i32, ptr addrspace(1) %out, align 4
  %width = call i32 @air.get_width_texture_2d(ptr addrspace(1) %t, i32 %level)
  %f = call float @air.convert.f.f32.u.i32(i32 %width)
  %v = insertelement <4 x float> <float 5.0, float 6.0, float 7.0, float 8.0>, float %f, i32 0
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 1>, <4 x float> %v, i32 %level, i32 2)
  store i32 %width, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<float, write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
