; Bitwise atomics of a 2D array.
; texel 1 2 1 1: i32 6
; expect 0: @0 i32 112 * * * @16 i32 117 * * * @32 i32 5 * * *

declare <4 x i32> @air.atomic_fetch_or_explicit_texture_2d_array.u.v4i32(ptr addrspace(1), <2 x i32>, i32, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_fetch_and_explicit_texture_2d_array.u.v4i32(ptr addrspace(1), <2 x i32>, i32, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_fetch_xor_explicit_texture_2d_array.u.v4i32(ptr addrspace(1), <2 x i32>, i32, <4 x i32>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call <4 x i32> @air.atomic_fetch_or_explicit_texture_2d_array.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 1, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x i32> %r0, ptr addrspace(1) %q0, align 16
  %r1 = call <4 x i32> @air.atomic_fetch_and_explicit_texture_2d_array.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 1, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x i32> %r1, ptr addrspace(1) %q1, align 16
  %r2 = call <4 x i32> @air.atomic_fetch_xor_explicit_texture_2d_array.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 1, <4 x i32> <i32 3, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x i32> %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d_array<uint, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
