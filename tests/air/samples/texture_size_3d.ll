; Size of three dimensions.
; expect 0: @0 i32 4 @16 i32 4 @32 i32 2

declare i32 @air.get_width_texture_3d(ptr addrspace(1), i32)
declare i32 @air.get_height_texture_3d(ptr addrspace(1), i32)
declare i32 @air.get_depth_texture_3d(ptr addrspace(1), i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call i32 @air.get_width_texture_3d(ptr addrspace(1) %t, i32 0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %r1 = call i32 @air.get_height_texture_3d(ptr addrspace(1) %t, i32 0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %r2 = call i32 @air.get_depth_texture_3d(ptr addrspace(1) %t, i32 1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i32 %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture3d<float, sample>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
