; What the threads of a quadgroup hand each other: by number, by exclusive or, up, down, round both ways, and of one to all.
; threads: 12
; expect 1: @0 i32 109 109 100 106 109 109 106
; expect 1: @28 i32 106 106 100 109 100 100 106
; expect 1: @56 i32 103 103 103 106 103 103 106
; expect 1: @84 i32 100 100 106 109 106 106 106
; expect 1: @112 i32 121 121 112 118 121 121 118
; expect 1: @140 i32 118 118 112 121 112 112 118
; expect 1: @168 i32 115 115 115 118 115 115 118
; expect 1: @196 i32 112 112 118 121 118 118 118
; expect 1: @224 i32 133 133 124 130 133 133 130
; expect 1: @252 i32 130 130 124 133 124 124 130
; expect 1: @280 i32 127 127 127 130 127 127 130
; expect 1: @308 i32 124 124 130 133 130 130 130

declare i32 @air.quad_shuffle.u.i32(i32, i16) #0
declare i32 @air.quad_shuffle_xor.u.i32(i32, i16) #0
declare i32 @air.quad_shuffle_up.u.i32(i32, i16) #0
declare i32 @air.quad_shuffle_down.u.i32(i32, i16) #0
declare i32 @air.quad_shuffle_rotate_up.u.i32(i32, i16) #0
declare i32 @air.quad_shuffle_rotate_down.u.i32(i32, i16) #0
declare i32 @air.quad_broadcast.u.i32(i32, i16) #0

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %t3 = mul i32 %tid, 3
  %v = add i32 %t3, 100
  %l = and i32 %tid, 3
  %m = sub i32 3, %l
  %s = trunc i32 %m to i16
  %r0 = call i32 @air.quad_shuffle.u.i32(i32 %v, i16 %s)
  %r1 = call i32 @air.quad_shuffle_xor.u.i32(i32 %v, i16 3)
  %r2 = call i32 @air.quad_shuffle_up.u.i32(i32 %v, i16 1)
  %r3 = call i32 @air.quad_shuffle_down.u.i32(i32 %v, i16 2)
  %r4 = call i32 @air.quad_shuffle_rotate_up.u.i32(i32 %v, i16 1)
  %r5 = call i32 @air.quad_shuffle_rotate_down.u.i32(i32 %v, i16 3)
  %r6 = call i32 @air.quad_broadcast.u.i32(i32 %v, i16 2)
  %i = zext i32 %tid to i64
  %q = getelementptr [7 x i32], ptr addrspace(1) %out, i64 %i
  %q0 = getelementptr i8, ptr addrspace(1) %q, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 4
  %q1 = getelementptr i8, ptr addrspace(1) %q, i64 4
  store i32 %r1, ptr addrspace(1) %q1, align 4
  %q2 = getelementptr i8, ptr addrspace(1) %q, i64 8
  store i32 %r2, ptr addrspace(1) %q2, align 4
  %q3 = getelementptr i8, ptr addrspace(1) %q, i64 12
  store i32 %r3, ptr addrspace(1) %q3, align 4
  %q4 = getelementptr i8, ptr addrspace(1) %q, i64 16
  store i32 %r4, ptr addrspace(1) %q4, align 4
  %q5 = getelementptr i8, ptr addrspace(1) %q, i64 20
  store i32 %r5, ptr addrspace(1) %q5, align 4
  %q6 = getelementptr i8, ptr addrspace(1) %q, i64 24
  store i32 %r6, ptr addrspace(1) %q6, align 4
  ret void
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
