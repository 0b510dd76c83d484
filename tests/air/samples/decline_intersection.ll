; Intersection functions.
; decline intersection-function

define float @f(float %x) {
  ret float %x
}

!air.intersection = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{}
!2 = !{}
