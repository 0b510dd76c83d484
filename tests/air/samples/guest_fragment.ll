; A fragment function follows the pointer that its position picks.
; buffer 0: i64 1099513724928 1099514773504 0 1099514773520
; buffer 2: f32 1 2 3 4
; buffer 3: f32 5 6 7 8 0.5 0.25 0 1
; pixel 0 0: f32 1 2 3 4
; pixel 1 3: f32 5 6 7 8
; pixel 2 1: f32 0 0 0 0
; pixel 3 2: f32 0.5 0.25 0 1

define <4 x float> @f(<4 x float> %at, ptr addrspace(1) %table) {
  %x = extractelement <4 x float> %at, i64 0
  %n = fptoui float %x to i32
  %i = zext i32 %n to i64
  %pp = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %table, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8
  %c = load <4 x float>, ptr addrspace(1) %p, align 16
  ret <4 x float> %c
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"at"}
!5 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"table"}
