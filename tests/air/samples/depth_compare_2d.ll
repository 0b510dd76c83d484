; Comparison: reference <= texel; texel 2 1 is 6/16.
; expect 0: @0 f32 1 @16 f32 0 @32 f32 1

declare { float, i8 } @air.sample_compare_depth_2d.f32(ptr addrspace(1), ptr addrspace(2), i32, <2 x float>, float, i1, <2 x i32>, i1, float, float, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call { float, i8 } @air.sample_compare_depth_2d.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <2 x float> <float 6.250000e-01, float 3.750000e-01>, float 3.750000e-01, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v0 = extractvalue { float, i8 } %r0, 0
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %v0, ptr addrspace(1) %q0, align 16
  %r1 = call { float, i8 } @air.sample_compare_depth_2d.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <2 x float> <float 6.250000e-01, float 3.750000e-01>, float 5.000000e-01, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v1 = extractvalue { float, i8 } %r1, 0
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %v1, ptr addrspace(1) %q1, align 16
  %r2 = call { float, i8 } @air.sample_compare_depth_2d.f32(ptr addrspace(1) %t, ptr addrspace(2) %s, i32 1, <2 x float> <float 6.250000e-01, float 3.750000e-01>, float 5.000000e-01, i1 true, <2 x i32> <i32 0, i32 1>, i1 true, float 0.0, float 0.0, i32 0)
  %v2 = extractvalue { float, i8 } %r2, 0
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store float %v2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"depth2d<float, sample>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
