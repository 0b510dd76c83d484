; fragment float4 point_coord_fragment(float2 coordinate [[point_coord]]) { return float4(coordinate, 0, 1); }

define <4 x float> @point_coord_fragment(<2 x float> %coordinate) {
  %wide = shufflevector <2 x float> %coordinate, <2 x float> <float 0.0, float 1.0>, <4 x i32> <i32 0, i32 1, i32 2, i32 3>
  ret <4 x float> %wide
}

!air.fragment = !{!0}

!0 = !{ptr @point_coord_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.point_coord", !"air.arg_type_name", !"float2", !"air.arg_name", !"coordinate"}
