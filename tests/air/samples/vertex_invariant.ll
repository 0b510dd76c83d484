; An invariant position.
; vertex 0 gl_Position: f32 1 2 3 4

define <4 x float> @v(i32 %i) {
  ret <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.position", !"air.invariant", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
