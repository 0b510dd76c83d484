; A constant of structs with padding.
; buffer 0: i32 1
; expect 1: i32 40 i16 5

@table = internal addrspace(2) constant [2 x { i16, i32 }] [{ i16, i32 } { i16 3, i32 20 }, { i16, i32 } { i16 5, i32 40 }], align 4

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %i = load i32, ptr addrspace(1) %in
  %w = sext i32 %i to i64
  %p = getelementptr inbounds [2 x { i16, i32 }], ptr addrspace(2) @table, i64 0, i64 %w, i32 1
  %v = load i32, ptr addrspace(2) %p
  store i32 %v, ptr addrspace(1) %out
  %s = getelementptr inbounds [2 x { i16, i32 }], ptr addrspace(2) @table, i64 0, i64 %w, i32 0
  %h = load i16, ptr addrspace(2) %s
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i16 %h, ptr addrspace(1) %q4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
