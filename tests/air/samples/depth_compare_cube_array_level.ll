; Comparison with a level of a cube of an array: an extension has the form.
; expect 0: @0 f32 1 @16 f32 0

declare { float, i8 } @air.sample_compare_depth_cube_array.f32(ptr addrspace(1), ptr addrspace(2), i32, <3 x float>, i32, float, i1, float, float, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call { float, i8 } @air.sample_compare_depth_cube_array.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <3 x float> <float 1.0, float 2.500000e-01, float -2.500000e-01>, i32 1, float 6.250000e-02, i1 true, float 1.0, float 0.0, i32 0)
  %v0 = extractvalue { float, i8 } %r0, 0
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %v0, ptr addrspace(1) %q0, align 16
  %r1 = call { float, i8 } @air.sample_compare_depth_cube_array.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <3 x float> <float 1.0, float 2.500000e-01, float -2.500000e-01>, i32 1, float 9.375000e-02, i1 true, float 1.0, float 0.0, i32 0)
  %v1 = extractvalue { float, i8 } %r1, 0
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %v1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"depthcube_array<float, sample>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
