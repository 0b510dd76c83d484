; Attributes by location: float, half, signed and unsigned.
; vertex 1 gl_Position: f32 3.25 0.5 1 5

define <4 x float> @v(<4 x float> %a, <2 x half> %h, <3 x i16> %s, i32 %u) {
  %x = extractelement <4 x float> %a, i32 0
  %hy = extractelement <2 x half> %h, i32 1
  %y = fpext half %hy to float
  %sz = extractelement <3 x i16> %s, i32 0
  %z = sitofp i16 %sz to float
  %w = uitofp i32 %u to float
  %p0 = insertelement <4 x float> undef, float %x, i32 0
  %p1 = insertelement <4 x float> %p0, float %y, i32 1
  %p2 = insertelement <4 x float> %p1, float %z, i32 2
  %p = insertelement <4 x float> %p2, float %w, i32 3
  ret <4 x float> %p
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 3, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"a3"}
!5 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"half2", !"air.arg_name", !"a0"}
!6 = !{i32 2, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"short3", !"air.arg_name", !"a1"}
!7 = !{i32 3, !"air.vertex_input", !"air.location_index", i32 5, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"a5"}
