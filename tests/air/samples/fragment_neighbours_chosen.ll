; Derivatives, samples and votes of which only some threads use the result: all of the quad take part, so none stands in a ternary or
; behind && and ||.
; pixel 1 2: f32 21 0.25 1 1
; pixel 2 2: f32 3 2 1 1
; pixel 2 0: f32 3 2 1 0
; tolerance: 1e-6

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32) #1
declare float @air.dfdx.f32(float) #0
declare i1 @air.quad_any(i1) #0

define <4 x float> @f(<2 x float> %uv, ptr addrspace(1) %t, ptr addrspace(2) %s) {
  %x = extractelement <2 x float> %uv, i32 0
  %y = extractelement <2 x float> %uv, i32 1
  %c = fcmp olt float %x, 5.000000e-01
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v = extractvalue { <4 x float>, i8 } %r, 0
  %a = extractelement <4 x float> %v, i32 0
  %r0 = select i1 %c, float %a, float 3.0
  %d = call float @air.dfdx.f32(float %x)
  %more = fmul float %d, 1.0
  %r1 = select i1 %c, float %more, float 2.0
  %low = fcmp ogt float %y, 5.000000e-01
  %any = call i1 @air.quad_any(i1 %low)
  %right = fcmp ogt float %x, 1.250000e-01
  %both = and i1 %right, %any
  %r3 = select i1 %both, float 1.0, float 0.0
  %c0 = insertelement <4 x float> <float 0.0, float 0.0, float 1.0, float 0.0>, float %r0, i32 0
  %c1 = insertelement <4 x float> %c0, float %r1, i32 1
  %c3 = insertelement <4 x float> %c1, float %r3, i32 3
  ret <4 x float> %c3
}

attributes #0 = { convergent nounwind memory(none) willreturn }
attributes #1 = { convergent nounwind memory(argmem: read) willreturn }

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
!5 = !{i32 1, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t0"}
!6 = !{i32 2, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
