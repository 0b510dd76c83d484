; Attributes fetched from a buffer by vertex_id.
; buffer 0: f32 0 0 0 0 1 2 3 4
; vertex 1 gl_Position: f32 1 2 3 4

define <4 x float> @v(i32 %i, ptr addrspace(1) %b) {
  %w = zext i32 %i to i64
  %q = getelementptr <4 x float>, ptr addrspace(1) %b, i64 %w
  %v = load <4 x float>, ptr addrspace(1) %q, align 16
  ret <4 x float> %v
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{!3}
!2 = !{!4, !5}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.vertex_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"vertex_id"}
!5 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
