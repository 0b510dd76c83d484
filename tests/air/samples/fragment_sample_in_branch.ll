; A sample of AIR 1.8, which does not say that neighbours take part, stays in front of the branch whose one side uses it (trap 17).
; pixel 1 2: f32 21 1 2 0
; pixel 2 2: f32 2 1 2 3

declare <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float) nounwind willreturn memory(argmem: read)
declare float @air.fast_sqrt.f32(float)

define <4 x float> @f(<2 x float> %uv, ptr addrspace(1) %t, ptr addrspace(2) %s) {
  %v = call <4 x float> @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0)
  %x = extractelement <2 x float> %uv, i32 0
  %c = fcmp olt float %x, 5.000000e-01
  br i1 %c, label %end, label %other

other:
  %r = call float @air.fast_sqrt.f32(float 4.0)
  %o = insertelement <4 x float> <float 0.0, float 1.0, float 2.0, float 3.0>, float %r, i32 0
  br label %end

end:
  %p = phi <4 x float> [ %v, %0 ], [ %o, %other ]
  ret <4 x float> %p
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
!5 = !{i32 1, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t0"}
!6 = !{i32 2, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
