; An accessor that gives another number of values than the patch has attributes.
; decline control-point

define <4 x float> @f(ptr %patch) {
  %point = call { <4 x float>, <4 x float> } @control.MTL_CONTROL_POINT_FN(i32 0, ptr %patch)
  %p = extractvalue { <4 x float>, <4 x float> } %point, 1
  ret <4 x float> %p
}

declare { <4 x float>, <4 x float> } @control.MTL_CONTROL_POINT_FN(i32, ptr) section "air.externally_defined"

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !5}
!1 = !{!3}
!2 = !{!6}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!5 = !{!"air.patch", !"triangle", !"air.patch_control_point", i32 3}
!6 = !{i32 0, !"air.patch_control_point_input", !7, !8}
!7 = !{!"air.patch_control_point_function", ptr @control.MTL_CONTROL_POINT_FN}
!8 = !{!"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"p"}
