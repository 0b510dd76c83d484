; Attributes of a kernel, of each kind; both spellings of the argument.
; threads: 3 2
; expect 0: f32 @0 4.75 7 3 @16 5.75 8 4 @80 16.75 19 15 0

define void @k(<4 x float> %a, <3 x i16> %s, i8 %b, <2 x i32> %tid, ptr addrspace(1) %out) {
  %x = extractelement <2 x i32> %tid, i32 0
  %y = extractelement <2 x i32> %tid, i32 1
  %row = mul i32 %y, 3
  %i = add i32 %row, %x
  %az = extractelement <4 x float> %a, i32 2
  %s2 = extractelement <3 x i16> %s, i32 2
  %sf = sitofp i16 %s2 to float
  %bf = uitofp i8 %b to float
  %v0 = insertelement <4 x float> zeroinitializer, float %az, i32 0
  %v1 = insertelement <4 x float> %v0, float %sf, i32 1
  %v2 = insertelement <4 x float> %v1, float %bf, i32 2
  %i64 = zext i32 %i to i64
  %where = getelementptr <4 x float>, ptr addrspace(1) %out, i64 %i64
  store <4 x float> %v2, ptr addrspace(1) %where, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7}
!3 = !{i32 0, !"air.stage_in", !"air.location_index", i32 4, i32 1, !"generated(1aDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"a"}
!4 = !{i32 1, !"air.stage_in", !"air.location_index", i32 5, i32 1, !"air.arg_type_name", !"short3", !"air.arg_name", !"s"}
!5 = !{i32 2, !"air.vertex_input", !"air.location_index", i32 3, i32 1, !"air.arg_type_name", !"uchar", !"air.arg_name", !"b"}
!6 = !{i32 3, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint2", !"air.arg_name", !"tid"}
!7 = !{i32 4, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"float4", !"air.arg_name", !"out"}
