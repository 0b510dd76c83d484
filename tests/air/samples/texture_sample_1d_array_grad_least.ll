; The same of a 1D array: layer 2, level 1.
; expect 0: f32 1201 1 0 2

declare { <4 x float>, i8 } @air.sample_texture_1d_array_grad.v4f32(ptr addrspace(1), ptr addrspace(2), float, i32, float, float, float, i1, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(2) %s, ptr addrspace(1) %out) {
  %r0 = call { <4 x float>, i8 } @air.sample_texture_1d_array_grad.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, float 6.250000e-01, i32 2, float 0.25, float 0.25, float 1.0, i1 false, i32 0, i32 0)
  %v0 = extractvalue { <4 x float>, i8 } %r0, 0
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x float> %v0, ptr addrspace(1) %q0, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture1d_array<float, sample>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
