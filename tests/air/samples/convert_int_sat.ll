; Saturating conversions between integers.
; buffer 0: @0 i32 300 @16 i32 -5 @32 i32 70000
; expect 1: @0 i8 127 @16 i8 0 @32 i16 65535

declare i8 @air.convert.s.i8.s.i32.sat(i32)
declare i8 @air.convert.u.i8.s.i32.sat(i32)
declare i16 @air.convert.u.i16.u.i32.sat(i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i32, ptr addrspace(1) %p0.0, align 16
  %r0 = call i8 @air.convert.s.i8.s.i32.sat(i32 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %r1 = call i8 @air.convert.u.i8.s.i32.sat(i32 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i32, ptr addrspace(1) %p2.0, align 16
  %r2 = call i16 @air.convert.u.i16.u.i32.sat(i32 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
