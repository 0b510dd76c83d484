; Reads behind the buffer give 0, writes vanish (trap 11).
; buffer 0: i32 5
; expect 1: i32 0

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 4
  %a = load i32, ptr addrspace(1) %p.a
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %a, ptr addrspace(1) %q0
  %q400 = getelementptr i8, ptr addrspace(1) %out, i64 400
  store i32 9, ptr addrspace(1) %q400
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
