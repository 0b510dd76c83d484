; A bool is a byte of 0 or 1 (trap 8).
; buffer 0: i8 1 0
; expect 1: i8 0 1

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load i8, ptr addrspace(1) %p.a
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 1
  %b = load i8, ptr addrspace(1) %p.b
  %x = trunc i8 %a to i1
  %y = trunc i8 %b to i1
  %nx = xor i1 %x, true
  %ny = xor i1 %y, true
  %zx = zext i1 %nx to i8
  %zy = zext i1 %ny to i8
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %zx, ptr addrspace(1) %q0
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 1
  store i8 %zy, ptr addrspace(1) %q1
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
