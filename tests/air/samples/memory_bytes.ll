; Byte loads and stores, signed and unsigned.
; buffer 0: i8 -1 2 3 4
; expect 1: i32 -1 255 2

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load i8, ptr addrspace(1) %p.a
  %s = sext i8 %a to i32
  %z = zext i8 %a to i32
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 1
  %b = load i8, ptr addrspace(1) %p.b
  %w = zext i8 %b to i32
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %s, ptr addrspace(1) %q0
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %z, ptr addrspace(1) %q4
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %w, ptr addrspace(1) %q8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
