; struct Corner { float2 position [[attribute(0)]]; };
; struct Patch { patch_control_point<Corner> corners; float4 color [[attribute(1)]]; };
; [[patch(quad, 2)]] vertex Varyings patch_vertex(Patch p [[stage_in]], float2 at [[position_in_patch]]) {
;     float height = p.color.w + (1 - p.color.w) * at.x * at.x; // alpha 1: a rectangle, 0: below a parabola
;     float2 size = p.corners[1].position - p.corners[0].position;
;     return {float4(p.corners[0].position + size * float2(at.x, at.y * height), 0, 1), float4(p.color.xyz, 1)};
; }

define <{ <4 x float>, <4 x float> }> @patch_vertex(ptr %patch, <4 x float> %color, <2 x float> %at) {
  %u = extractelement <2 x float> %at, i32 0
  %v = extractelement <2 x float> %at, i32 1
  %flat = extractelement <4 x float> %color, i32 3
  %curved = fsub float 1.0, %flat
  %u.u = fmul float %u, %u
  %below = fmul float %curved, %u.u
  %height = fadd float %flat, %below
  %up = fmul float %v, %height
  %first = call { <2 x float> } @patch_vertex.MTL_CONTROL_POINT_FN(i32 0, ptr %patch)
  %second = call { <2 x float> } @patch_vertex.MTL_CONTROL_POINT_FN(i32 1, ptr %patch)
  %from = extractvalue { <2 x float> } %first, 0
  %to = extractvalue { <2 x float> } %second, 0
  %size = fsub <2 x float> %to, %from
  %way.0 = insertelement <2 x float> undef, float %u, i32 0
  %way = insertelement <2 x float> %way.0, float %up, i32 1
  %moved = fmul <2 x float> %size, %way
  %place = fadd <2 x float> %from, %moved
  %position = shufflevector <2 x float> %place, <2 x float> <float 0.0, float 1.0>, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  %opaque = insertelement <4 x float> %color, float 1.0, i32 3
  %out.0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %position, 0
  %out.1 = insertvalue <{ <4 x float>, <4 x float> }> %out.0, <4 x float> %opaque, 1
  ret <{ <4 x float>, <4 x float> }> %out.1
}

declare { <2 x float> } @patch_vertex.MTL_CONTROL_POINT_FN(i32, ptr)

!air.vertex = !{!0}

!0 = !{ptr @patch_vertex, !1, !2, !8}
!1 = !{!3, !4}
!2 = !{!5, !6, !7}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.patch_control_point_input", !9, !10}
!6 = !{i32 1, !"air.patch_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!7 = !{i32 2, !"air.position_in_patch", !"air.arg_type_name", !"float2", !"air.arg_name", !"at"}
!8 = !{!"air.patch", !"quad", !"air.patch_control_point", i32 2}
!9 = !{!"air.patch_control_point_function", ptr @patch_vertex.MTL_CONTROL_POINT_FN}
!10 = !{!"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float2", !"air.arg_name", !"position"}
