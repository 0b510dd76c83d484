; llvm.abs at every width.
; buffer 0: @0 i8 -5 @16 i8 -128 @32 i8 127 @48 i16 -5 @64 i16 -32768 @80 i16 32767 @96 i32 -5 @112 i32 -2147483648
; buffer 0: @128 i32 2147483647 @144 i64 -5 @160 i64 -9223372036854775808 @176 i64 9223372036854775807 @192 i32 -5 -5 -5
; buffer 0: @208 i32 -2147483648 -2147483648 -2147483648 @224 i32 2147483647 2147483647 2147483647
; expect 1: @0 i8 5 @16 i8 -128 @32 i8 127 @48 i16 5 @64 i16 -32768 @80 i16 32767 @96 i32 5 @112 i32 -2147483648
; expect 1: @128 i32 2147483647 @144 i64 5 @160 i64 -9223372036854775808 @176 i64 9223372036854775807 @192 i32 5 5 5
; expect 1: @208 i32 -2147483648 -2147483648 -2147483648 @224 i32 2147483647 2147483647 2147483647

declare i8 @llvm.abs.i8(i8, i1)
declare i16 @llvm.abs.i16(i16, i1)
declare i32 @llvm.abs.i32(i32, i1)
declare i64 @llvm.abs.i64(i64, i1)
declare <3 x i32> @llvm.abs.v3i32(<3 x i32>, i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i8, ptr addrspace(1) %p0.0, align 16
  %r0 = call i8 @llvm.abs.i8(i8 %a0.0, i1 false)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i8 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i8, ptr addrspace(1) %p1.0, align 16
  %r1 = call i8 @llvm.abs.i8(i8 %a1.0, i1 false)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i8 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i8, ptr addrspace(1) %p2.0, align 16
  %r2 = call i8 @llvm.abs.i8(i8 %a2.0, i1 false)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i8 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load i16, ptr addrspace(1) %p3.0, align 16
  %r3 = call i16 @llvm.abs.i16(i16 %a3.0, i1 false)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i16 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load i16, ptr addrspace(1) %p4.0, align 16
  %r4 = call i16 @llvm.abs.i16(i16 %a4.0, i1 false)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i16 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load i16, ptr addrspace(1) %p5.0, align 16
  %r5 = call i16 @llvm.abs.i16(i16 %a5.0, i1 false)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i16 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load i32, ptr addrspace(1) %p6.0, align 16
  %r6 = call i32 @llvm.abs.i32(i32 %a6.0, i1 false)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load i32, ptr addrspace(1) %p7.0, align 16
  %r7 = call i32 @llvm.abs.i32(i32 %a7.0, i1 false)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 16
  %p8.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a8.0 = load i32, ptr addrspace(1) %p8.0, align 16
  %r8 = call i32 @llvm.abs.i32(i32 %a8.0, i1 false)
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 128
  store i32 %r8, ptr addrspace(1) %q8, align 16
  %p9.0 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a9.0 = load i64, ptr addrspace(1) %p9.0, align 16
  %r9 = call i64 @llvm.abs.i64(i64 %a9.0, i1 false)
  %q9 = getelementptr i8, ptr addrspace(1) %out, i64 144
  store i64 %r9, ptr addrspace(1) %q9, align 16
  %p10.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a10.0 = load i64, ptr addrspace(1) %p10.0, align 16
  %r10 = call i64 @llvm.abs.i64(i64 %a10.0, i1 false)
  %q10 = getelementptr i8, ptr addrspace(1) %out, i64 160
  store i64 %r10, ptr addrspace(1) %q10, align 16
  %p11.0 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a11.0 = load i64, ptr addrspace(1) %p11.0, align 16
  %r11 = call i64 @llvm.abs.i64(i64 %a11.0, i1 false)
  %q11 = getelementptr i8, ptr addrspace(1) %out, i64 176
  store i64 %r11, ptr addrspace(1) %q11, align 16
  %p12.0 = getelementptr i8, ptr addrspace(1) %in, i64 192
  %a12.0 = load <3 x i32>, ptr addrspace(1) %p12.0, align 16
  %r12 = call <3 x i32> @llvm.abs.v3i32(<3 x i32> %a12.0, i1 false)
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 192
  store <3 x i32> %r12, ptr addrspace(1) %q12, align 16
  %p13.0 = getelementptr i8, ptr addrspace(1) %in, i64 208
  %a13.0 = load <3 x i32>, ptr addrspace(1) %p13.0, align 16
  %r13 = call <3 x i32> @llvm.abs.v3i32(<3 x i32> %a13.0, i1 false)
  %q13 = getelementptr i8, ptr addrspace(1) %out, i64 208
  store <3 x i32> %r13, ptr addrspace(1) %q13, align 16
  %p14.0 = getelementptr i8, ptr addrspace(1) %in, i64 224
  %a14.0 = load <3 x i32>, ptr addrspace(1) %p14.0, align 16
  %r14 = call <3 x i32> @llvm.abs.v3i32(<3 x i32> %a14.0, i1 false)
  %q14 = getelementptr i8, ptr addrspace(1) %out, i64 224
  store <3 x i32> %r14, ptr addrspace(1) %q14, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
