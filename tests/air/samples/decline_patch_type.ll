; A patch of a kind that Metal does not have.
; decline tessellation

define <4 x float> @f() {
  ret <4 x float> zeroinitializer
}

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !5}
!1 = !{!3}
!2 = !{}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!5 = !{!"air.patch", !"isoline", !"air.patch_control_point", i32 3}
