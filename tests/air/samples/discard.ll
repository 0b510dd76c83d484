; A discarded pixel keeps the clear colour.
; pixel 1 2: f32 0 0 0 0
; pixel 2 2: f32 1 0 0 1

declare void @air.discard_fragment()

define <4 x float> @f(<2 x float> %uv) {
  %x0 = extractelement <2 x float> %uv, i32 0
  %c = fcmp olt float %x0, 0.5
  br i1 %c, label %gone, label %stays
gone:
  call void @air.discard_fragment()
  br label %stays
stays:
  ret <4 x float> <float 1.0, float 0.0, float 0.0, float 1.0>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
