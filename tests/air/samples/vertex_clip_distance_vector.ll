; Clip distances in a vector.
; vertex 1 gl_Position: f32 0 0 0 1

define <{ <4 x float>, <2 x float> }> @v() {
  ret <{ <4 x float>, <2 x float> }> <{ <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, <2 x float> <float 0.5, float -2.0> }>
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}, !{!"air.clip_distance", !"air.arg_type_name", !"float2", !"air.arg_name", !"distances"}}
!2 = !{}
