; Vectors of 64-bit integers.
; buffer 0: i64 1 2 3 4
; expect 1: i64 1 2 @16 i64 3

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load <2 x i64>, ptr addrspace(1) %p.a, align 16
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <2 x i64> %a, ptr addrspace(1) %q0, align 16
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 16
  %b = load i64, ptr addrspace(1) %p.b
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i64 %b, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
