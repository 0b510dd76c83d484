; instance_id includes the base instance (trap 21).
; draw: 0 9
; vertex 2 gl_Position: f32 9 0 0 1

define <4 x float> @v(i32 %i) {
  %x = uitofp i32 %i to float
  %p = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0
  ret <4 x float> %p
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.instance_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"instance_id"}
