; A matrix is an array of columns, of three lanes at a stride of 16 (trap 26).
; buffer 0: f32 1 2 3 0 4 5 6 0 7 8 9 0
; expect 1: f32 7 8 9

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.m = getelementptr i8, ptr addrspace(1) %in, i64 0
  %m = load [3 x <3 x float>], ptr addrspace(1) %p.m, align 16
  %c = extractvalue [3 x <3 x float>] %m, 2
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <3 x float> %c, ptr addrspace(1) %q0, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
