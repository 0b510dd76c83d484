; A discarded fragment stores nothing afterwards (trap 18).
; expect 0: i32 8
; pixel 1 2: f32 0 0 0 0

declare void @air.discard_fragment()
declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define <4 x float> @f(<2 x float> %uv, ptr addrspace(1) %n) {
  %x0 = extractelement <2 x float> %uv, i32 0
  %c = fcmp olt float %x0, 0.5
  br i1 %c, label %gone, label %stays
gone:
  call void @air.discard_fragment()
  br label %stays
stays:
  %o = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %n, i32 1, i32 0, i32 2, i1 true)
  ret <4 x float> <float 1.0, float 0.0, float 0.0, float 1.0>
}

!air.fragment = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{!3}
!2 = !{!4, !5}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!4 = !{i32 0, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"in0"}
!5 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
