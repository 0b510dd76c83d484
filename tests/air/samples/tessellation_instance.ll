; Control points that nothing reads have no accessor; instance and patch numbers, and the early producers' count of 0 points.
; expect 0: i32 3 1

define <4 x float> @f(ptr %patch, <2 x float> %uv, i32 %instance, i32 %id, i32 %base, ptr addrspace(1) %out) {
  %where = getelementptr i32, ptr addrspace(1) %out, i32 %id
  %sum = add i32 %instance, 3
  %more = add i32 %sum, %base
  %id2 = mul i32 %id, 2
  %value = sub i32 %more, %id2
  store i32 %value, ptr addrspace(1) %where, align 4
  %u = extractelement <2 x float> %uv, i32 0
  %pos = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %u, i32 0
  ret <4 x float> %pos
}

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !5}
!1 = !{!3}
!2 = !{!6, !4, !9, !10, !11, !12}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 1, !"air.position_in_patch", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!5 = !{!"air.patch", !"quad", !"air.patch_control_point", i32 0}
!6 = !{i32 0, !"air.patch_control_point_input", !7, !8, !"air.arg_unused"}
!7 = !{!"air.patch_control_point_function", null}
!8 = !{!"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"p", !"air.arg_unused"}
!9 = !{i32 2, !"air.instance_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"instance"}
!10 = !{i32 3, !"air.patch_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!11 = !{i32 4, !"air.base_instance", !"air.arg_type_name", !"uint", !"air.arg_name", !"base"}
!12 = !{i32 5, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
