; Clip distances.
; vertex 0 gl_Position: f32 0 0 0 0

define <{ <4 x float>, [2 x float] }> @v(i32 %i) {
  ret <{ <4 x float>, [2 x float] }> <{ <4 x float> zeroinitializer, [2 x float] [float 1.0, float -2.0] }>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3, !4}
!2 = !{!5}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{!"air.clip_distance", !"air.arg_type_name", !"float"}
!5 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
