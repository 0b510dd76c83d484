; A builtin of 16 bits.
; draw: 5 0
; vertex 2 gl_Position: f32 7 0 0 1

define <4 x float> @v(i16 %i) {
  %x = uitofp i16 %i to float
  %p = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0
  ret <4 x float> %p
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"ushort", !"air.arg_name", !"vertex_id"}
