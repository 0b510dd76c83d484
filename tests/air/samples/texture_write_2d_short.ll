; A write of signed 16-bit integers keeps their sign.
; texel 1 2 1: i32 5 -6 7 -8

declare void @air.write_texture_2d.s.v4i16(ptr addrspace(1), <2 x i32>, <4 x i16>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  call void @air.write_texture_2d.s.v4i16(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, <4 x i16> <i16 5, i16 -6, i16 7, i16 -8>, i32 0, i32 2)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<short, write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
