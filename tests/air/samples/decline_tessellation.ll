; Post-tessellation vertex functions.
; decline tessellation

define <4 x float> @f(<3 x float> %p) {
  ret <4 x float> zeroinitializer
}

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !5}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position_in_patch", !"air.arg_type_name", !"float3", !"air.arg_name", !"p"}
!5 = !{!"air.patch", !"triangle", !"air.patch_control_point", i32 3}
