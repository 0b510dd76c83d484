; Barycentric coordinates: a varying that a geometry stage of the linker writes (barycentric_link.h). Here, as any varying, it is 0.375, 0.625, 0.25
; in pixel 1 2.
; pixel 1 2: f32 0.375 0 0 1

define <4 x float> @f(<3 x float> %b) {
  %x = extractelement <3 x float> %b, i32 0
  %a = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0
  ret <4 x float> %a
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.barycentric_coord", !"air.center", !"air.perspective", !"air.arg_type_name", !"float3", !"air.arg_name", !"b"}
