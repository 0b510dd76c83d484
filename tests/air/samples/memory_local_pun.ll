; Thread memory read at another width than it was written (trap 9).
; buffer 0: i32 2
; expect 1: i32 0x33

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a = alloca [2 x i32], align 4
  store i32 287454020, ptr %a
  %i = load i32, ptr addrspace(1) %in
  %w = sext i32 %i to i64
  %p = getelementptr inbounds i8, ptr %a, i64 1
  %pw = getelementptr inbounds i8, ptr %p, i64 %w
  %n = getelementptr inbounds i8, ptr %pw, i64 -2
  %b = load i8, ptr %n
  %z = zext i8 %b to i32
  store i32 %z, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
