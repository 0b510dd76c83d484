; Unordered predicates are true for NaN (trap 3).
; buffer 0: f32 nan 1
; expect 1: i32 1 0 1 0 1

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load float, ptr addrspace(1) %p.a
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 4
  %b = load float, ptr addrspace(1) %p.b
  %c0 = fcmp ult float %a, %b
  %z0 = zext i1 %c0 to i32
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %z0, ptr addrspace(1) %q0
  %c1 = fcmp olt float %a, %b
  %z1 = zext i1 %c1 to i32
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %z1, ptr addrspace(1) %q4
  %c2 = fcmp une float %a, %b
  %z2 = zext i1 %c2 to i32
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %z2, ptr addrspace(1) %q8
  %c3 = fcmp one float %a, %b
  %z3 = zext i1 %c3 to i32
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %z3, ptr addrspace(1) %q12
  %c4 = fcmp uno float %a, %b
  %z4 = zext i1 %c4 to i32
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %z4, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
