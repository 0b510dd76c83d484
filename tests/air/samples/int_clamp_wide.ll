; Clamps of 64 bits with two constants: 36 raised to what is loaded and cut to 5; -9 between -2 and 30.
; buffer 0: i64 -9
; expect 1: i64 5 -2

declare i64 @air.clamp.u.i64(i64, i64, i64)
declare i64 @air.clamp.s.i64(i64, i64, i64)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %x = load i64, ptr addrspace(1) %in, align 8
  %a = call i64 @air.clamp.u.i64(i64 36, i64 %x, i64 5)
  store i64 %a, ptr addrspace(1) %out, align 8
  %b = call i64 @air.clamp.s.i64(i64 %x, i64 -2, i64 30)
  %q = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i64 %b, ptr addrspace(1) %q, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
