; Saturating conversions that change the sign, widen, or start from 64 bits.
; buffer 0: @0 i32 -5 @16 i32 -1294967296 @32 i64 -5000000000 @48 i64 1099511627776 @64 i16 -1 @80 i16 -7 @96 i64 -9223372036854775803 @112 i64 8589934592 @128 i16 -300 @144 i16 -536
; expect 1: @0 i32 0 @16 i32 2147483647 @32 i16 -32768 @48 i8 -1 @64 i8 127 @80 i32 0 @96 i64 9223372036854775807 @112 i32 -1 @128 i32 -300 @144 i32 65000

declare i32 @air.convert.u.i32.s.i32.sat(i32)
declare i32 @air.convert.s.i32.u.i32.sat(i32)
declare i16 @air.convert.s.i16.s.i64.sat(i64)
declare i8 @air.convert.u.i8.u.i64.sat(i64)
declare i8 @air.convert.s.i8.u.i16.sat(i16)
declare i32 @air.convert.u.i32.s.i16.sat(i16)
declare i64 @air.convert.s.i64.u.i64.sat(i64)
declare i32 @air.convert.u.i32.s.i64.sat(i64)
declare i32 @air.convert.s.i32.s.i16.sat(i16)
declare i32 @air.convert.s.i32.u.i16.sat(i16)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out) {
  %p0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %v0 = load i32, ptr addrspace(1) %p0, align 8
  %r0 = call i32 @air.convert.u.i32.s.i32.sat(i32 %v0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 8
  %p1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %v1 = load i32, ptr addrspace(1) %p1, align 8
  %r1 = call i32 @air.convert.s.i32.u.i32.sat(i32 %v1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 8
  %p2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %v2 = load i64, ptr addrspace(1) %p2, align 8
  %r2 = call i16 @air.convert.s.i16.s.i64.sat(i64 %v2)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i16 %r2, ptr addrspace(1) %q2, align 8
  %p3 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %v3 = load i64, ptr addrspace(1) %p3, align 8
  %r3 = call i8 @air.convert.u.i8.u.i64.sat(i64 %v3)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i8 %r3, ptr addrspace(1) %q3, align 8
  %p4 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %v4 = load i16, ptr addrspace(1) %p4, align 8
  %r4 = call i8 @air.convert.s.i8.u.i16.sat(i16 %v4)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i8 %r4, ptr addrspace(1) %q4, align 8
  %p5 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %v5 = load i16, ptr addrspace(1) %p5, align 8
  %r5 = call i32 @air.convert.u.i32.s.i16.sat(i16 %v5)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 8
  %p6 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %v6 = load i64, ptr addrspace(1) %p6, align 8
  %r6 = call i64 @air.convert.s.i64.u.i64.sat(i64 %v6)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i64 %r6, ptr addrspace(1) %q6, align 8
  %p7 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %v7 = load i64, ptr addrspace(1) %p7, align 8
  %r7 = call i32 @air.convert.u.i32.s.i64.sat(i64 %v7)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 8
  %p8 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %v8 = load i16, ptr addrspace(1) %p8, align 8
  %r8 = call i32 @air.convert.s.i32.s.i16.sat(i16 %v8)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 8
  %p9 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %v9 = load i16, ptr addrspace(1) %p9, align 8
  %r9 = call i32 @air.convert.s.i32.u.i16.sat(i16 %v9)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i32 %r9, ptr addrspace(1) %q9, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
