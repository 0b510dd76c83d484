; Nothing of 64 bits passes between stages.
; decline type

define <{ <4 x float>, i64 }> @v() {
  ret <{ <4 x float>, i64 }> zeroinitializer
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}, !{!"air.vertex_output", !"user(x)", !"air.arg_type_name", !"ulong", !"air.arg_name", !"x"}}
!2 = !{}
