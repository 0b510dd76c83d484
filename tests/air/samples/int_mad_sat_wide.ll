; Saturating multiply-add of 64 bits, signed and not.
; buffer 0: @0 i64 4611686018427387904 2 0 @24 i64 -4611686018427387904 2 -1 @48 i64 -4611686018427387904 2 0 @72 i64 12345678901 -7 5 @96 i64 9223372036854775807 1 1 @120 i64 -3 -4 -9223372036854775808 @144 i64 -9223372036854775808 2 0 @168 i64 -1 1 1 @192 i64 4294967295 4294967297 0 @216 i64 123456789012 1000 7
; expect 1: i64 9223372036854775807 -9223372036854775808 -9223372036854775808 -86419752302 9223372036854775807 -9223372036854775796 -1 -1 -1 123456789012007

declare i64 @air.mad_sat.s.i64(i64, i64, i64)
declare i64 @air.mad_sat.u.i64(i64, i64, i64)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i64, ptr addrspace(1) %p0.0, align 8
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 8
  %a0.1 = load i64, ptr addrspace(1) %p0.1, align 8
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.2 = load i64, ptr addrspace(1) %p0.2, align 8
  %r0 = call i64 @air.mad_sat.s.i64(i64 %a0.0, i64 %a0.1, i64 %a0.2)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i64 %r0, ptr addrspace(1) %q0, align 8
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 24
  %a1.0 = load i64, ptr addrspace(1) %p1.0, align 8
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.1 = load i64, ptr addrspace(1) %p1.1, align 8
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 40
  %a1.2 = load i64, ptr addrspace(1) %p1.2, align 8
  %r1 = call i64 @air.mad_sat.s.i64(i64 %a1.0, i64 %a1.1, i64 %a1.2)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i64 %r1, ptr addrspace(1) %q1, align 8
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a2.0 = load i64, ptr addrspace(1) %p2.0, align 8
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 56
  %a2.1 = load i64, ptr addrspace(1) %p2.1, align 8
  %p2.2 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.2 = load i64, ptr addrspace(1) %p2.2, align 8
  %r2 = call i64 @air.mad_sat.s.i64(i64 %a2.0, i64 %a2.1, i64 %a2.2)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i64 %r2, ptr addrspace(1) %q2, align 8
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 72
  %a3.0 = load i64, ptr addrspace(1) %p3.0, align 8
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a3.1 = load i64, ptr addrspace(1) %p3.1, align 8
  %p3.2 = getelementptr i8, ptr addrspace(1) %in, i64 88
  %a3.2 = load i64, ptr addrspace(1) %p3.2, align 8
  %r3 = call i64 @air.mad_sat.s.i64(i64 %a3.0, i64 %a3.1, i64 %a3.2)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 24
  store i64 %r3, ptr addrspace(1) %q3, align 8
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a4.0 = load i64, ptr addrspace(1) %p4.0, align 8
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 104
  %a4.1 = load i64, ptr addrspace(1) %p4.1, align 8
  %p4.2 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a4.2 = load i64, ptr addrspace(1) %p4.2, align 8
  %r4 = call i64 @air.mad_sat.s.i64(i64 %a4.0, i64 %a4.1, i64 %a4.2)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i64 %r4, ptr addrspace(1) %q4, align 8
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 120
  %a5.0 = load i64, ptr addrspace(1) %p5.0, align 8
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a5.1 = load i64, ptr addrspace(1) %p5.1, align 8
  %p5.2 = getelementptr i8, ptr addrspace(1) %in, i64 136
  %a5.2 = load i64, ptr addrspace(1) %p5.2, align 8
  %r5 = call i64 @air.mad_sat.s.i64(i64 %a5.0, i64 %a5.1, i64 %a5.2)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 40
  store i64 %r5, ptr addrspace(1) %q5, align 8
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a6.0 = load i64, ptr addrspace(1) %p6.0, align 8
  %p6.1 = getelementptr i8, ptr addrspace(1) %in, i64 152
  %a6.1 = load i64, ptr addrspace(1) %p6.1, align 8
  %p6.2 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a6.2 = load i64, ptr addrspace(1) %p6.2, align 8
  %r6 = call i64 @air.mad_sat.u.i64(i64 %a6.0, i64 %a6.1, i64 %a6.2)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i64 %r6, ptr addrspace(1) %q6, align 8
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 168
  %a7.0 = load i64, ptr addrspace(1) %p7.0, align 8
  %p7.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a7.1 = load i64, ptr addrspace(1) %p7.1, align 8
  %p7.2 = getelementptr i8, ptr addrspace(1) %in, i64 184
  %a7.2 = load i64, ptr addrspace(1) %p7.2, align 8
  %r7 = call i64 @air.mad_sat.u.i64(i64 %a7.0, i64 %a7.1, i64 %a7.2)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 56
  store i64 %r7, ptr addrspace(1) %q7, align 8
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a8.0 = load i64, ptr addrspace(1) %p8.0, align 8
  %p8.1 = getelementptr i8, ptr addrspace(1) %in, i64 200
  %a8.1 = load i64, ptr addrspace(1) %p8.1, align 8
  %p8.2 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a8.2 = load i64, ptr addrspace(1) %p8.2, align 8
  %r8 = call i64 @air.mad_sat.u.i64(i64 %a8.0, i64 %a8.1, i64 %a8.2)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i64 %r8, ptr addrspace(1) %q8, align 8
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 216
  %a9.0 = load i64, ptr addrspace(1) %p9.0, align 8
  %p9.1 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a9.1 = load i64, ptr addrspace(1) %p9.1, align 8
  %p9.2 = getelementptr i8, ptr addrspace(1) %in, i64 232
  %a9.2 = load i64, ptr addrspace(1) %p9.2, align 8
  %r9 = call i64 @air.mad_sat.u.i64(i64 %a9.0, i64 %a9.1, i64 %a9.2)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 72
  store i64 %r9, ptr addrspace(1) %q9, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
