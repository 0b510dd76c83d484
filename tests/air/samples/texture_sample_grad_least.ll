; Gradients with a least level: those of level 0 and none at all lead to levels 1 and 2, those of level 1 stay there.
; expect 0: f32 1001 1 0 0 2000 0 0 0 1001 1 0 0 2000 0 0 0

declare { <4 x float>, i8 } @air.sample_texture_2d_grad.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, <2 x float>, <2 x float>, float, i1, <2 x i32>, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call { <4 x float>, i8 } @air.sample_texture_2d_grad.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, <2 x float> <float 0.25, float 0.0>, <2 x float> <float 0.0, float 0.25>, float 1.0, i1 true, <2 x i32> zeroinitializer, i32 0)
  %v0 = extractvalue { <4 x float>, i8 } %r0, 0
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x float> %v0, ptr addrspace(1) %q0, align 16
  %r1 = call { <4 x float>, i8 } @air.sample_texture_2d_grad.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, <2 x float> <float 0.25, float 0.0>, <2 x float> <float 0.0, float 0.25>, float 2.0, i1 true, <2 x i32> zeroinitializer, i32 0)
  %v1 = extractvalue { <4 x float>, i8 } %r1, 0
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <4 x float> %v1, ptr addrspace(1) %q1, align 16
  %r2 = call { <4 x float>, i8 } @air.sample_texture_2d_grad.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, <2 x float> <float 0.5, float 0.0>, <2 x float> <float 0.0, float 0.5>, float 5.000000e-01, i1 true, <2 x i32> zeroinitializer, i32 0)
  %v2 = extractvalue { <4 x float>, i8 } %r2, 0
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x float> %v2, ptr addrspace(1) %q2, align 16
  %r3 = call { <4 x float>, i8 } @air.sample_texture_2d_grad.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, <2 x float> <float 0.0, float 0.0>, <2 x float> <float 0.0, float 0.0>, float 2.0, i1 true, <2 x i32> zeroinitializer, i32 0)
  %v3 = extractvalue { <4 x float>, i8 } %r3, 0
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <4 x float> %v3, ptr addrspace(1) %q3, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
