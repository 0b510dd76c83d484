; Atomics of textures with the offset that 2D and 3D ones have in front of the value.
; expect 0: i32 21 12
; texel 1 1 2: i32 26
; texel 1 2 1: i32 3

declare <4 x i32> @air.atomic_fetch_add_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_exchange_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <2 x i32>, <4 x i32>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %r0 = call <4 x i32> @air.atomic_fetch_add_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 2>, <2 x i32> zeroinitializer, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %v0 = extractelement <4 x i32> %r0, i32 0
  %r1 = call <4 x i32> @air.atomic_exchange_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 2>, <2 x i32> <i32 1, i32 -1>, <4 x i32> <i32 3, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %v1 = extractelement <4 x i32> %r1, i32 0
  store i32 %v0, ptr addrspace(1) %out
  %q = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %v1, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d<uint, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
