; Size of a writable texture, and its levels.
; expect 0: @0 i32 4 @16 i32 3

declare i32 @air.get_width_texture_2d(ptr addrspace(1), i32)
declare i32 @air.get_num_mip_levels_texture_2d(ptr addrspace(1))

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call i32 @air.get_width_texture_2d(ptr addrspace(1) %t, i32 0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %r1 = call i32 @air.get_num_mip_levels_texture_2d(ptr addrspace(1) %t)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<float, write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
