; Pixels that are discarded still take part in the samples and derivatives of their neighbours (trap 18).
; pixel 0 2: f32 0 0 0 0
; pixel 1 2: f32 21 1 2 0.25
; pixel 3 1: f32 13 3 1 0.25
; tolerance: 1e-6

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32) #1
declare float @air.dfdx.f32(float) #0
declare void @air.discard_fragment()

define <4 x float> @f(<2 x float> %uv, ptr addrspace(1) %t, ptr addrspace(2) %s) {
  %x = extractelement <2 x float> %uv, i32 0
  %c = fcmp olt float %x, 2.500000e-01
  br i1 %c, label %gone, label %stays

gone:
  call void @air.discard_fragment()
  br label %stays

stays:
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v = extractvalue { <4 x float>, i8 } %r, 0
  %d = call float @air.dfdx.f32(float %x)
  %o = insertelement <4 x float> %v, float %d, i32 3
  ret <4 x float> %o
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
!5 = !{i32 1, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t0"}
!6 = !{i32 2, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}

attributes #0 = { convergent nounwind memory(none) willreturn }
attributes #1 = { convergent nounwind memory(argmem: read) willreturn }
