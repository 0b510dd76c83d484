; The neighbour towards another number: away from 0, towards it, across 1, of halves; equal ones stay.
; buffer 0: f32 1 2  1 0  -1 -2  -2 0  3 3 @64 f16 1 2  1 0  -65504 0  2048 4096
; expect 1: f32 1.0000001192092896 0.9999999403953552 -1.0000001192092896 -1.9999998807907104 3 @32 f16 1.0009765625 0.99951171875 -65472 2050

declare <4 x float> @air.nextafter.v4f32(<4 x float>, <4 x float>)
declare float @__air_impl_nextafter_f32(float, float)
declare <4 x half> @__air_impl_nextafter_v4f16(<4 x half>, <4 x half>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out) {
  %a0 = load <4 x float>, ptr addrspace(1) %in, align 16
  %p1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1 = load <4 x float>, ptr addrspace(1) %p1, align 16
  %x = shufflevector <4 x float> %a0, <4 x float> %a1, <4 x i32> <i32 0, i32 2, i32 4, i32 6>
  %y = shufflevector <4 x float> %a0, <4 x float> %a1, <4 x i32> <i32 1, i32 3, i32 5, i32 7>
  %r = call <4 x float> @air.nextafter.v4f32(<4 x float> %x, <4 x float> %y)
  store <4 x float> %r, ptr addrspace(1) %out, align 16
  %p2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %s = load float, ptr addrspace(1) %p2
  %p3 = getelementptr i8, ptr addrspace(1) %in, i64 36
  %t = load float, ptr addrspace(1) %p3
  %u = call float @__air_impl_nextafter_f32(float %s, float %t)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %u, ptr addrspace(1) %q1
  %p4 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %h0 = load <4 x half>, ptr addrspace(1) %p4, align 8
  %p5 = getelementptr i8, ptr addrspace(1) %in, i64 72
  %h1 = load <4 x half>, ptr addrspace(1) %p5, align 8
  %hx = shufflevector <4 x half> %h0, <4 x half> %h1, <4 x i32> <i32 0, i32 2, i32 4, i32 6>
  %hy = shufflevector <4 x half> %h0, <4 x half> %h1, <4 x i32> <i32 1, i32 3, i32 5, i32 7>
  %h = call <4 x half> @__air_impl_nextafter_v4f16(<4 x half> %hx, <4 x half> %hy)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x half> %h, ptr addrspace(1) %q2, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
