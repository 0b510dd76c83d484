; Vectors of halves of a word.
; buffer 0: i16 1 -2 3 -4
; expect 1: i16 1 -2 3 -4 @8 i16 1 -2 3 @16 i16 -2

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load <4 x i16>, ptr addrspace(1) %p.a, align 8
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x i16> %a, ptr addrspace(1) %q0, align 8
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 0
  %b = load <3 x i16>, ptr addrspace(1) %p.b, align 8
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store <3 x i16> %b, ptr addrspace(1) %q8, align 8
  %p.c = getelementptr i8, ptr addrspace(1) %in, i64 2
  %c = load i16, ptr addrspace(1) %p.c
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i16 %c, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
