; Arithmetic that says whether it overflowed.
; buffer 0: @0 i32 2147483647 @16 i32 2 @32 i32 20 @48 i32 5 @64 i32 4294967295 @80 i32 2 @96 i32 20 @112 i32 5 @128 i32 2147483647
; buffer 0: @144 i32 2 @160 i32 20 @176 i32 5 @192 i32 4294967295 @208 i32 2 @224 i32 20 @240 i32 5 @256 i32 2147483647 @272 i32 2
; buffer 0: @288 i32 20 @304 i32 5 @320 i32 4294967295 @336 i32 2 @352 i32 20 @368 i32 5
; expect 1: @0 i32 2147483649 @16 i32 1 @32 i32 25 @48 i32 0 @64 i32 1 @80 i32 1 @96 i32 25 @112 i32 0 @128 i32 2147483645
; expect 1: @144 i32 0 @160 i32 15 @176 i32 0 @192 i32 4294967293 @208 i32 0 @224 i32 15 @240 i32 0 @256 i32 4294967294 @272 i32 1
; expect 1: @288 i32 100 @304 i32 0 @320 i32 4294967294 @336 i32 1 @352 i32 100 @368 i32 0

declare { i32, i1 } @llvm.sadd.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.uadd.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.ssub.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.usub.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.smul.with.overflow.i32(i32, i32)
declare { i32, i1 } @llvm.umul.with.overflow.i32(i32, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0 = load i32, ptr addrspace(1) %p0
  %s0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %b0 = load i32, ptr addrspace(1) %s0
  %r0 = call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %a0, i32 %b0)
  %v0 = extractvalue { i32, i1 } %r0, 0
  %o0 = extractvalue { i32, i1 } %r0, 1
  %z0 = zext i1 %o0 to i32
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %v0, ptr addrspace(1) %q0
  %w0 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %z0, ptr addrspace(1) %w0
  %p1 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1 = load i32, ptr addrspace(1) %p1
  %s1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %b1 = load i32, ptr addrspace(1) %s1
  %r1 = call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %a1, i32 %b1)
  %v1 = extractvalue { i32, i1 } %r1, 0
  %o1 = extractvalue { i32, i1 } %r1, 1
  %z1 = zext i1 %o1 to i32
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i32 %v1, ptr addrspace(1) %q1
  %w1 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i32 %z1, ptr addrspace(1) %w1
  %p2 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2 = load i32, ptr addrspace(1) %p2
  %s2 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %b2 = load i32, ptr addrspace(1) %s2
  %r2 = call { i32, i1 } @llvm.uadd.with.overflow.i32(i32 %a2, i32 %b2)
  %v2 = extractvalue { i32, i1 } %r2, 0
  %o2 = extractvalue { i32, i1 } %r2, 1
  %z2 = zext i1 %o2 to i32
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %v2, ptr addrspace(1) %q2
  %w2 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %z2, ptr addrspace(1) %w2
  %p3 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3 = load i32, ptr addrspace(1) %p3
  %s3 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %b3 = load i32, ptr addrspace(1) %s3
  %r3 = call { i32, i1 } @llvm.uadd.with.overflow.i32(i32 %a3, i32 %b3)
  %v3 = extractvalue { i32, i1 } %r3, 0
  %o3 = extractvalue { i32, i1 } %r3, 1
  %z3 = zext i1 %o3 to i32
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %v3, ptr addrspace(1) %q3
  %w3 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %z3, ptr addrspace(1) %w3
  %p4 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a4 = load i32, ptr addrspace(1) %p4
  %s4 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %b4 = load i32, ptr addrspace(1) %s4
  %r4 = call { i32, i1 } @llvm.ssub.with.overflow.i32(i32 %a4, i32 %b4)
  %v4 = extractvalue { i32, i1 } %r4, 0
  %o4 = extractvalue { i32, i1 } %r4, 1
  %z4 = zext i1 %o4 to i32
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %v4, ptr addrspace(1) %q4
  %w4 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i32 %z4, ptr addrspace(1) %w4
  %p5 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a5 = load i32, ptr addrspace(1) %p5
  %s5 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %b5 = load i32, ptr addrspace(1) %s5
  %r5 = call { i32, i1 } @llvm.ssub.with.overflow.i32(i32 %a5, i32 %b5)
  %v5 = extractvalue { i32, i1 } %r5, 0
  %o5 = extractvalue { i32, i1 } %r5, 1
  %z5 = zext i1 %o5 to i32
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i32 %v5, ptr addrspace(1) %q5
  %w5 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i32 %z5, ptr addrspace(1) %w5
  %p6 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a6 = load i32, ptr addrspace(1) %p6
  %s6 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %b6 = load i32, ptr addrspace(1) %s6
  %r6 = call { i32, i1 } @llvm.usub.with.overflow.i32(i32 %a6, i32 %b6)
  %v6 = extractvalue { i32, i1 } %r6, 0
  %o6 = extractvalue { i32, i1 } %r6, 1
  %z6 = zext i1 %o6 to i32
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store i32 %v6, ptr addrspace(1) %q6
  %w6 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store i32 %z6, ptr addrspace(1) %w6
  %p7 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a7 = load i32, ptr addrspace(1) %p7
  %s7 = getelementptr i8, ptr addrspace(1) %in, i64 240
  %b7 = load i32, ptr addrspace(1) %s7
  %r7 = call { i32, i1 } @llvm.usub.with.overflow.i32(i32 %a7, i32 %b7)
  %v7 = extractvalue { i32, i1 } %r7, 0
  %o7 = extractvalue { i32, i1 } %r7, 1
  %z7 = zext i1 %o7 to i32
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store i32 %v7, ptr addrspace(1) %q7
  %w7 = getelementptr i8, ptr addrspace(1) %out, i64 240
  store i32 %z7, ptr addrspace(1) %w7
  %p8 = getelementptr i8, ptr addrspace(1) %in, i64 256
  %a8 = load i32, ptr addrspace(1) %p8
  %s8 = getelementptr i8, ptr addrspace(1) %in, i64 272
  %b8 = load i32, ptr addrspace(1) %s8
  %r8 = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %a8, i32 %b8)
  %v8 = extractvalue { i32, i1 } %r8, 0
  %o8 = extractvalue { i32, i1 } %r8, 1
  %z8 = zext i1 %o8 to i32
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 256
  store i32 %v8, ptr addrspace(1) %q8
  %w8 = getelementptr i8, ptr addrspace(1) %out, i64 272
  store i32 %z8, ptr addrspace(1) %w8
  %p9 = getelementptr i8, ptr addrspace(1) %in, i64 288
  %a9 = load i32, ptr addrspace(1) %p9
  %s9 = getelementptr i8, ptr addrspace(1) %in, i64 304
  %b9 = load i32, ptr addrspace(1) %s9
  %r9 = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %a9, i32 %b9)
  %v9 = extractvalue { i32, i1 } %r9, 0
  %o9 = extractvalue { i32, i1 } %r9, 1
  %z9 = zext i1 %o9 to i32
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 288
  store i32 %v9, ptr addrspace(1) %q9
  %w9 = getelementptr i8, ptr addrspace(1) %out, i64 304
  store i32 %z9, ptr addrspace(1) %w9
  %p10 = getelementptr i8, ptr addrspace(1) %in, i64 320
  %a10 = load i32, ptr addrspace(1) %p10
  %s10 = getelementptr i8, ptr addrspace(1) %in, i64 336
  %b10 = load i32, ptr addrspace(1) %s10
  %r10 = call { i32, i1 } @llvm.umul.with.overflow.i32(i32 %a10, i32 %b10)
  %v10 = extractvalue { i32, i1 } %r10, 0
  %o10 = extractvalue { i32, i1 } %r10, 1
  %z10 = zext i1 %o10 to i32
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 320
  store i32 %v10, ptr addrspace(1) %q10
  %w10 = getelementptr i8, ptr addrspace(1) %out, i64 336
  store i32 %z10, ptr addrspace(1) %w10
  %p11 = getelementptr i8, ptr addrspace(1) %in, i64 352
  %a11 = load i32, ptr addrspace(1) %p11
  %s11 = getelementptr i8, ptr addrspace(1) %in, i64 368
  %b11 = load i32, ptr addrspace(1) %s11
  %r11 = call { i32, i1 } @llvm.umul.with.overflow.i32(i32 %a11, i32 %b11)
  %v11 = extractvalue { i32, i1 } %r11, 0
  %o11 = extractvalue { i32, i1 } %r11, 1
  %z11 = zext i1 %o11 to i32
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 352
  store i32 %v11, ptr addrspace(1) %q11
  %w11 = getelementptr i8, ptr addrspace(1) %out, i64 368
  store i32 %z11, ptr addrspace(1) %w11
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
