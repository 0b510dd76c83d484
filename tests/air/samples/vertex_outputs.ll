; Varyings of several types.
; vertex 0 v_uv: f32 1 2 0 0
; vertex 0 vu_user_id: i32 7 0 0 0
; vertex 0 vi_s: i32 -3 0 0 0

define <{ <4 x float>, <2 x float>, i32, i16 }> @v(i32 %i) {
  ret <{ <4 x float>, <2 x float>, i32, i16 }> <{ <4 x float> zeroinitializer, <2 x float> <float 1.0, float 2.0>, i32 7, i16 -3 }>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3, !4, !5, !6}
!2 = !{!7}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_f)", !"air.arg_type_name", !"float2"}
!5 = !{!"air.vertex_output", !"user(id)", !"air.arg_type_name", !"uint"}
!6 = !{!"air.vertex_output", !"generated(1ss)", !"air.arg_type_name", !"short"}
!7 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
