; Division by zero and of the smallest integer are defined (trap 5).
; buffer 0: i32 5 0 -2147483648 -1
; expect 1: i32 0 0 -2147483648 0

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load i32, ptr addrspace(1) %p.a
  %p.z = getelementptr i8, ptr addrspace(1) %in, i64 4
  %z = load i32, ptr addrspace(1) %p.z
  %p.m = getelementptr i8, ptr addrspace(1) %in, i64 8
  %m = load i32, ptr addrspace(1) %p.m
  %p.n = getelementptr i8, ptr addrspace(1) %in, i64 12
  %n = load i32, ptr addrspace(1) %p.n
  %x = udiv i32 %a, %z
  %y = srem i32 %a, %z
  %s = sdiv i32 %m, %n
  %r = srem i32 %m, %n
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %x, ptr addrspace(1) %q0
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %y, ptr addrspace(1) %q4
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %s, ptr addrspace(1) %q8
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %r, ptr addrspace(1) %q12
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
