; A vertex function that names no size.
; vertex 0 gl_PointSize: f32 1

define <4 x float> @v(i32 %i) {
  ret <4 x float> zeroinitializer
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
