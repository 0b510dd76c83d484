; Between integers: truncation, extension by the source's sign.
; buffer 0: @0 i8 -3 @16 i8 253 @32 i32 511 @48 i32 -3 @64 i16 1 65535
; expect 1: @0 i32 -3 @16 i32 253 @32 i8 255 @48 i64 -3 @64 i32 1 65535

declare i32 @air.convert.s.i32.s.i8(i8)
declare i32 @air.convert.u.i32.u.i8(i8)
declare i8 @air.convert.u.i8.u.i32(i32)
declare i64 @air.convert.s.i64.s.i32(i32)
declare <2 x i32> @air.convert.u.v2i32.u.v2i16(<2 x i16>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @air.convert.s.i32.s.i8(i8 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %r1 = call i32 @air.convert.u.i32.u.i8(i8 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i32, ptr addrspace(1) %p2.0, align 16
  %r2 = call i8 @air.convert.u.i8.u.i32(i32 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i32, ptr addrspace(1) %p3.0, align 16
  %r3 = call i64 @air.convert.s.i64.s.i32(i32 %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i64 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load <2 x i16>, ptr addrspace(1) %p4.0, align 16
  %r4 = call <2 x i32> @air.convert.u.v2i32.u.v2i16(<2 x i16> %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store <2 x i32> %r4, ptr addrspace(1) %q4, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
