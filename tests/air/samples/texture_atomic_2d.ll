; Atomics on texels give the old value in lane 0.
; texel 1 2 1: i32 5
; expect 0: @0 i32 12 * * * @16 i32 17 * * * @32 i32 12 * * * @48 i32 40 * * * @64 i32 30 * * * @80 i32 5 * * *

declare <4 x i32> @air.atomic_fetch_add_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_fetch_sub_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_fetch_max_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_fetch_min_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_exchange_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare <4 x i32> @air.atomic_load_explicit_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call <4 x i32> @air.atomic_fetch_add_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x i32> %r0, ptr addrspace(1) %q0, align 16
  %r1 = call <4 x i32> @air.atomic_fetch_sub_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x i32> %r1, ptr addrspace(1) %q1, align 16
  %r2 = call <4 x i32> @air.atomic_fetch_max_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i32> <i32 40, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x i32> %r2, ptr addrspace(1) %q2, align 16
  %r3 = call <4 x i32> @air.atomic_fetch_min_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i32> <i32 30, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <4 x i32> %r3, ptr addrspace(1) %q3, align 16
  %r4 = call <4 x i32> @air.atomic_exchange_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store <4 x i32> %r4, ptr addrspace(1) %q4, align 16
  %r5 = call <4 x i32> @air.atomic_load_explicit_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 0, i32 3)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store <4 x i32> %r5, ptr addrspace(1) %q5, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d<uint, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
