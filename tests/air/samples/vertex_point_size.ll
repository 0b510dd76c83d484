; The size of points; without one it is 1 (trap 20).
; vertex 0 gl_PointSize: f32 5

define <{ <4 x float>, float }> @v(i32 %i) {
  ret <{ <4 x float>, float }> <{ <4 x float> zeroinitializer, float 5.0 }>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{!"air.point_size", !"air.arg_type_name", !"float"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
