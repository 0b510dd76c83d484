; The high half of a product with one, which keeps the sign.
; buffer 0: @0 i32 68 -5
; expect 1: @0 i32 0 -1 0 0

declare i32 @air.mul_hi.s.i32(i32, i32)
declare i32 @air.mul_hi.u.i32(i32, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a0 = load i32, ptr addrspace(1) %in
  %p1 = getelementptr i32, ptr addrspace(1) %in, i64 1
  %a1 = load i32, ptr addrspace(1) %p1
  %r0 = call i32 @air.mul_hi.s.i32(i32 %a0, i32 1)
  %r1 = call i32 @air.mul_hi.s.i32(i32 %a1, i32 1)
  %r2 = call i32 @air.mul_hi.u.i32(i32 %a0, i32 1)
  %r3 = call i32 @air.mul_hi.u.i32(i32 %a1, i32 1)
  store i32 %r0, ptr addrspace(1) %out
  %q1 = getelementptr i32, ptr addrspace(1) %out, i64 1
  store i32 %r1, ptr addrspace(1) %q1
  %q2 = getelementptr i32, ptr addrspace(1) %out, i64 2
  store i32 %r2, ptr addrspace(1) %q2
  %q3 = getelementptr i32, ptr addrspace(1) %out, i64 3
  store i32 %r3, ptr addrspace(1) %q3
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
