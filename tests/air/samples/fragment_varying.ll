; A varying; pixel 1 2 lies at 0.375, 0.625.
; pixel 1 2: f32 0.375 0.625 0 1

define <4 x float> @f(<2 x float> %uv) {
  %a = shufflevector <2 x float> %uv, <2 x float> poison, <4 x i32> <i32 0, i32 1, i32 poison, i32 poison>
  %b = insertelement <4 x float> %a, float 0.0, i32 2
  %c = insertelement <4 x float> %b, float 1.0, i32 3
  ret <4 x float> %c
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
