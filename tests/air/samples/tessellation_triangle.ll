; A flat triangle: control points in a loop of as many turns as the patch has, of an attribute with three lanes and one of integers.
; tolerance: 0.00001
; expect 0: f32 @0 16.25 @48 15.25 @224 15.25 @480 14.5 @624 14.25

define <4 x float> @f(<3 x float> %uvw, ptr %patch, i32 %id, ptr addrspace(1) %out) {
entry:
  %count = call i16 @air.get_num_patch_control_points()
  %n = zext i16 %count to i32
  br label %loop
loop:
  %k = phi i32 [ 0, %entry ], [ %k1, %loop ]
  %sum = phi float [ 0.0, %entry ], [ %sum1, %loop ]
  %point = call { <3 x float>, <2 x i16> } @control.MTL_CONTROL_POINT_FN(i32 %k, ptr %patch)
  %p = extractvalue { <3 x float>, <2 x i16> } %point, 0
  %tag = extractvalue { <3 x float>, <2 x i16> } %point, 1
  %px = extractelement <3 x float> %p, i32 0
  %t16 = extractelement <2 x i16> %tag, i32 1
  %t = sitofp i16 %t16 to float
  %k10 = mul i32 %k, 1
  %kf = uitofp i32 %k10 to float
  %flat = fsub float %t, %kf
  %both = fadd float %px, %flat
  %w = extractelement <3 x float> %uvw, i32 %k
  %part = fmul float %w, %both
  %sum1 = fadd float %sum, %part
  %k1 = add i32 %k, 1
  %more = icmp ult i32 %k1, %n
  br i1 %more, label %loop, label %done
done:
  %u = extractelement <3 x float> %uvw, i32 0
  %v = extractelement <3 x float> %uvw, i32 1
  %u12 = fmul float %u, 12.0
  %v12 = fmul float %v, 12.0
  %ur = call float @air.rint.f32(float %u12)
  %vr = call float @air.rint.f32(float %v12)
  %x = call i32 @air.convert.u.i32.f.f32(float %ur)
  %y = call i32 @air.convert.u.i32.f.f32(float %vr)
  %row = mul i32 %x, 13
  %at = add i32 %row, %y
  %isFirst = icmp eq i32 %id, 0
  br i1 %isFirst, label %write, label %end
write:
  %at64 = zext i32 %at to i64
  %where = getelementptr float, ptr addrspace(1) %out, i64 %at64
  store float %sum1, ptr addrspace(1) %where, align 4
  br label %end
end:
  %pos = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %sum1, i32 0
  ret <4 x float> %pos
}

declare { <3 x float>, <2 x i16> } @control.MTL_CONTROL_POINT_FN(i32, ptr) #0 section "air.externally_defined"
declare i16 @air.get_num_patch_control_points() #1
declare float @air.rint.f32(float) #1
declare i32 @air.convert.u.i32.f.f32(float) #1
attributes #0 = { convergent nounwind memory(read) willreturn }
attributes #1 = { nounwind memory(none) willreturn }

!air.vertex = !{!0}
!0 = !{ptr @f, !1, !2, !5}
!1 = !{!3}
!2 = !{!4, !6, !9, !10}
!3 = !{!"air.position", !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position_in_patch", !"air.arg_type_name", !"float3", !"air.arg_name", !"uvw"}
!5 = !{!"air.patch", !"triangle", !"air.patch_control_point", i32 3}
!6 = !{i32 1, !"air.patch_control_point_input", !7, !8, !11}
!7 = !{!"air.patch_control_point_function", ptr @control.MTL_CONTROL_POINT_FN}
!8 = !{!"air.location_index", i32 7, i32 1, !"air.arg_type_name", !"float3", !"air.arg_name", !"p"}
!9 = !{i32 2, !"air.patch_id", !"air.arg_type_name", !"uint", !"air.arg_name", !"id"}
!10 = !{i32 3, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"float", !"air.arg_name", !"out"}
!11 = !{!"air.location_index", i32 6, i32 1, !"air.arg_type_name", !"short2", !"air.arg_name", !"tag"}
