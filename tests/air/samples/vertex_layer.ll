; The layer and the viewport.
; vertex 0 gl_Position: f32 0 0 0 0

define <{ <4 x float>, i32, i32 }> @v(i32 %i) {
  ret <{ <4 x float>, i32, i32 }> <{ <4 x float> zeroinitializer, i32 2, i32 1 }>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{!"air.render_target_array_index", !"air.arg_type_name", !"uint"}
!5 = !{!"air.viewport_array_index", !"air.arg_type_name", !"uint"}
!6 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
