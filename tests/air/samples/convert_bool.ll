; Booleans to numbers and back.
; buffer 0: f32 2 0
; expect 1: f32 1 0 i32 1 0 f32 1 0

declare <2 x i1> @air.convert.u.v2i1.f.v2f32(<2 x float>)
declare <2 x float> @air.convert.f.v2f32.u.v2i1(<2 x i1>)
declare float @air.convert.f.f32.u.i1(i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load <2 x float>, ptr addrspace(1) %p.a
  %b = call <2 x i1> @air.convert.u.v2i1.f.v2f32(<2 x float> %a)
  %f = call <2 x float> @air.convert.f.v2f32.u.v2i1(<2 x i1> %b)
  %x = extractelement <2 x i1> %b, i32 0
  %y = extractelement <2 x i1> %b, i32 1
  %zx = zext i1 %x to i32
  %zy = zext i1 %y to i32
  %g = call float @air.convert.f.f32.u.i1(i1 %x)
  %h = call float @air.convert.f.f32.u.i1(i1 %y)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <2 x float> %f, ptr addrspace(1) %q0
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %zx, ptr addrspace(1) %q8
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %zy, ptr addrspace(1) %q12
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %g, ptr addrspace(1) %q16
  %q20 = getelementptr i8, ptr addrspace(1) %out, i64 20
  store float %h, ptr addrspace(1) %q20
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
