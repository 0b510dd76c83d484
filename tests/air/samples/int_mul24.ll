; air.mul24 at every width.
; buffer 0: @0 i32 2147483647 @16 i32 3 @32 i32 715827882 @48 i32 1073741823 @64 i32 5 2147483647 -2147483648
; buffer 0: @80 i32 7 3 2147483646 @96 i32 4294967295 @112 i32 3 @128 i32 1431655765 @144 i32 2147483647 @160 i32 5 4294967295 0
; buffer 0: @176 i32 7 3 4294967294
; expect 1: @0 i32 2147483645 @16 i32 1431655766 @32 i32 35 2147483645 0 @48 i32 4294967293 @64 i32 715827883
; expect 1: @80 i32 35 4294967293 0

declare i32 @air.mul24.s.i32(i32, i32)
declare <3 x i32> @air.mul24.s.v3i32(<3 x i32>, <3 x i32>)
declare i32 @air.mul24.u.i32(i32, i32)
declare <3 x i32> @air.mul24.u.v3i32(<3 x i32>, <3 x i32>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i32, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i32, ptr addrspace(1) %p0.1, align 16
  %r0 = call i32 @air.mul24.s.i32(i32 %a0.0, i32 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load i32, ptr addrspace(1) %p1.1, align 16
  %r1 = call i32 @air.mul24.s.i32(i32 %a1.0, i32 %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a2.0 = load <3 x i32>, ptr addrspace(1) %p2.0, align 16
  %p2.1 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.1 = load <3 x i32>, ptr addrspace(1) %p2.1, align 16
  %r2 = call <3 x i32> @air.mul24.s.v3i32(<3 x i32> %a2.0, <3 x i32> %a2.1)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <3 x i32> %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a3.0 = load i32, ptr addrspace(1) %p3.0, align 16
  %p3.1 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a3.1 = load i32, ptr addrspace(1) %p3.1, align 16
  %r3 = call i32 @air.mul24.u.i32(i32 %a3.0, i32 %a3.1)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i32 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 128
  %a4.0 = load i32, ptr addrspace(1) %p4.0, align 16
  %p4.1 = getelementptr i8, ptr addrspace(1) %in, i64 144
  %a4.1 = load i32, ptr addrspace(1) %p4.1, align 16
  %r4 = call i32 @air.mul24.u.i32(i32 %a4.0, i32 %a4.1)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 160
  %a5.0 = load <3 x i32>, ptr addrspace(1) %p5.0, align 16
  %p5.1 = getelementptr i8, ptr addrspace(1) %in, i64 176
  %a5.1 = load <3 x i32>, ptr addrspace(1) %p5.1, align 16
  %r5 = call <3 x i32> @air.mul24.u.v3i32(<3 x i32> %a5.0, <3 x i32> %a5.1)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store <3 x i32> %r5, ptr addrspace(1) %q5, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
