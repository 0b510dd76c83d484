; Compare-and-swap of texels: one that is as expected (12), one that is not (100 and not 7); what was there takes the expected one's place.
; expect 0: i32 1 12 0 100
; texel 1 2 1 0: i32 -9
; texel 1 0 0 1: i32 100

declare i1 @air.atomic_compare_exchange_weak_explicit_texture_2d_array.s.v4i32(ptr addrspace(1), <2 x i32>, i32, <2 x i32>, ptr, <4 x i32>, i32, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %e = alloca <4 x i32>, align 16
  store <4 x i32> <i32 12, i32 0, i32 0, i32 0>, ptr %e
  %r0 = call i1 @air.atomic_compare_exchange_weak_explicit_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 0, <2 x i32> zeroinitializer, ptr %e, <4 x i32> <i32 -9, i32 0, i32 0, i32 0>, i32 0, i32 0, i32 3)
  %z0 = zext i1 %r0 to i32
  store i32 %z0, ptr addrspace(1) %out
  %o0 = load i32, ptr %e
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %o0, ptr addrspace(1) %q0
  store <4 x i32> <i32 7, i32 0, i32 0, i32 0>, ptr %e
  %r1 = call i1 @air.atomic_compare_exchange_weak_explicit_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 1, <2 x i32> zeroinitializer, ptr %e, <4 x i32> <i32 8, i32 0, i32 0, i32 0>, i32 0, i32 0, i32 3)
  %z1 = zext i1 %r1 to i32
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %z1, ptr addrspace(1) %q1
  %o1 = load i32, ptr %e
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %o1, ptr addrspace(1) %q2
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d_array<int, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
