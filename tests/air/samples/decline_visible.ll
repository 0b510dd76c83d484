; Visible functions that are not linked.
; decline visible-function

define float @f(float %x) {
  ret float %x
}

!air.visible = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{}
!2 = !{}
