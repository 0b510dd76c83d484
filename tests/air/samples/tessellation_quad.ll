; A bilinear patch: control points by constant index, an attribute of the patch itself, the patch's number.
; expect 0: f32 6.75 7 7.25 7.5 7.75 @20 7.25 @40 7.75 8 8.25 @80 8.75 @96 9.75
; expect 0: f32 @100 26.75 27 27.25 @152 28.5 @196 29.75

define <{ <4 x float>, <4 x float> }> @f(ptr %patch, <2 x float> %uv, i16 %id, <4 x float> %base, ptr addrspace(1) %out) {
  %u = extractelement <2 x float> %uv, i32 0
  %v = extractelement <2 x float> %uv, i32 1
  %r0 = call { <4 x float>, i32 } @_Z2CP.MTL_CONTROL_POINT_FN(i32 0, ptr %patch)
  %r1 = call { <4 x float>, i32 } @_Z2CP.MTL_CONTROL_POINT_FN(i32 1, ptr %patch)
  %r2 = call { <4 x float>, i32 } @_Z2CP.MTL_CONTROL_POINT_FN(i32 2, ptr %patch)
  %r3 = call { <4 x float>, i32 } @_Z2CP.MTL_CONTROL_POINT_FN(i32 3, ptr %patch)
  %c0 = extractvalue { <4 x float>, i32 } %r0, 0
  %c1 = extractvalue { <4 x float>, i32 } %r1, 0
  %c2 = extractvalue { <4 x float>, i32 } %r2, 0
  %c3 = extractvalue { <4 x float>, i32 } %r3, 0
  %us0 = insertelement <4 x float> undef, float %u, i32 0
  %us = shufflevector <4 x float> %us0, <4 x float> undef, <4 x i32> zeroinitializer
  %vs0 = insertelement <4 x float> undef, float %v, i32 0
  %vs = shufflevector <4 x float> %vs0, <4 x float> undef, <4 x i32> zeroinitializer
  %near = call <4 x float> @air.mix.v4f32(<4 x float> %c0, <4 x float> %c1, <4 x float> %us)
  %far = call <4 x float> @air.mix.v4f32(<4 x float> %c2, <4 x float> %c3, <4 x float> %us)
  %p = call <4 x float> @air.mix.v4f32(<4 x float> %near, <4 x float> %far, <4 x float> %vs)
  %px = extractelement <4 x float> %p, i32 0
  %by = extractelement <4 x float> %base, i32 1
  %sum = fadd float %px, %by
  %u4 = fmul float %u, 4.0
  %v4 = fmul float %v, 4.0
  %x = call i32 @air.convert.u.i32.f.f32(float %u4)
  %y = call i32 @air.convert.u.i32.f.f32(float %v4)
  %y5 = mul i32 %y, 5
  %i = add i32 %x, %y5
  %id32 = zext i16 %id to i32
  %first = mul i32 %id32, 25
  %at = add i32 %i, %first
  %at64 = zext i32 %at to i64
  %where = getelementptr float, ptr addrspace(1) %out, i64 %at64
  store float %sum, ptr addrspace(1) %where, align 4
  %o0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %p, 0
  %o1 = insertvalue <{ <4 x float>, <4 x float> }> %o0, <4 x float> %base, 1
  ret <{ <4 x float>, <4 x float> }> %o1
}

declare { <4 x float>, i32 } @_Z2CP.MTL_CONTROL_POINT_FN(i32, ptr) #0 section "air.externally_defined"
declare <4 x float> @air.mix.v4f32(<4 x float>, <4 x float>, <4 x float>) #1
declare i32 @air.convert.u.i32.f.f32(float) #1
attributes #0 = { convergent nounwind memory(read) willreturn }
attributes #1 = { nounwind memory(none) willreturn }

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !12}
!1 = !{!3, !4}
!2 = !{!5, !8, !9, !10, !11}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!5 = !{i32 0, !"air.patch_control_point_input", !6, !7, !13}
!6 = !{!"air.patch_control_point_function", ptr @_Z2CP.MTL_CONTROL_POINT_FN}
!7 = !{!"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!8 = !{i32 1, !"air.position_in_patch", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!9 = !{i32 2, !"air.patch_id", !"air.arg_type_name", !"ushort", !"air.arg_name", !"id"}
!10 = !{i32 3, !"air.patch_input", !"air.location_index", i32 5, i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"base"}
!11 = !{i32 4, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"float", !"air.arg_name", !"out"}
!12 = !{!"air.patch", !"quad", !"air.patch_control_point", i32 4}
!13 = !{!"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"tag"}
