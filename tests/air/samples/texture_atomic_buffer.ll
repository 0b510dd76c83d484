; Atomics of a texture buffer; a store has its value before the coordinate.
; texel 1 3: i32 10
; expect 0: @0 i32 5 * * *

declare void @air.atomic_store_explicit_texture_buffer_1d.u.v4i32(ptr addrspace(1), <4 x i32>, i32, i32, i32)
declare <4 x i32> @air.atomic_fetch_add_explicit_texture_buffer_1d.u.v4i32(ptr addrspace(1), i32, <4 x i32>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  call void @air.atomic_store_explicit_texture_buffer_1d.u.v4i32(ptr addrspace(1) %t, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 3, i32 0, i32 3)
  %r1 = call <4 x i32> @air.atomic_fetch_add_explicit_texture_buffer_1d.u.v4i32(ptr addrspace(1) %t, i32 3, <4 x i32> <i32 5, i32 0, i32 0, i32 0>, i32 0, i32 3)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x i32> %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture_buffer<uint, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
