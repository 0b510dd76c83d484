; 64-bit shifts and products keep all their bits (trap 5).
; buffer 0: i64 0x123456789abcdef
; expect 1: i64 0x123456789abcdef0 0x0123456789abcde

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load i64, ptr addrspace(1) %p.a
  %l = shl i64 %a, 4
  %r = lshr i64 %a, 4
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i64 %l, ptr addrspace(1) %q0
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i64 %r, ptr addrspace(1) %q8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
