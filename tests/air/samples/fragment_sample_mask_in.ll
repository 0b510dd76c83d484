; The coverage of the fragment.
; pixel 1 2: f32 1 0 0 1

define <4 x float> @f(i32 %i) {
  %m = and i32 %i, 1
  %x = uitofp i32 %m to float
  %a = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0
  ret <4 x float> %a
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.sample_mask_in", !"air.arg_type_name", !"uint", !"air.arg_name", !"sample_mask_in"}
