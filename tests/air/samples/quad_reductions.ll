; Reductions and scans over those threads of a quadgroup that reach them: product, extremes, bits, sums and products so far.
; threads: 40
; expect 1: @0 i32 -2 -2 -2 0 -1 -1 -2 -2 1
; expect 1: @36 i32 0 0 0 0 0 0 0 0 0
; expect 1: @72 i32 -2 -2 -2 0 -1 -1 -1 -2 -2
; expect 1: @108 i32 0 0 0 0 0 0 0 0 0
; expect 1: @144 i32 -16 -4 -4 4 -4 -8 4 4 1
; expect 1: @180 i32 0 0 0 0 0 0 0 0 0
; expect 1: @216 i32 -16 -4 -4 4 -4 -8 0 -16 4
; expect 1: @252 i32 0 0 0 0 0 0 0 0 0
; expect 1: @288 i32 -2 -1 -1 2 -1 -3 -1 -1 1
; expect 1: @324 i32 0 0 0 0 0 0 0 0 0
; expect 1: @360 i32 -2 -1 -1 2 -1 -3 1 -2 -1
; expect 1: @396 i32 0 0 0 0 0 0 0 0 0
; expect 1: @432 i32 -15 -3 -3 5 -3 -8 5 5 1
; expect 1: @468 i32 0 0 0 0 0 0 0 0 0
; expect 1: @504 i32 -15 -3 -3 5 -3 -8 2 -15 5
; expect 1: @540 i32 0 0 0 0 0 0 0 0 0
; expect 1: @576 i32 0 0 3 0 3 3 0 0 1
; expect 1: @612 i32 0 0 0 0 0 0 0 0 0
; expect 1: @648 i32 0 0 3 0 3 3 3 0 0
; expect 1: @684 i32 0 0 0 0 0 0 0 0 0
; expect 1: @720 i32 10 -5 -2 -6 -1 5 -5 -5 1
; expect 1: @756 i32 0 0 0 0 0 0 0 0 0
; expect 1: @792 i32 10 -5 -2 -6 -1 5 -7 10 -5
; expect 1: @828 i32 0 0 0 0 0 0 0 0 0
; expect 1: @864 i32 4 1 4 0 5 5 1 1 1
; expect 1: @900 i32 0 0 0 0 0 0 0 0 0
; expect 1: @936 i32 4 1 4 0 5 5 5 4 1
; expect 1: @972 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1008 i32 4 -4 -1 -4 -1 3 -4 -4 1
; expect 1: @1044 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1080 i32 4 -4 -1 -4 -1 3 -5 4 -4
; expect 1: @1116 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1152 i32 10 2 5 0 7 7 2 2 1
; expect 1: @1188 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1224 i32 10 2 5 0 7 7 7 10 2
; expect 1: @1260 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1296 i32 0 -3 -3 0 -3 -3 -3 -3 1
; expect 1: @1332 i32 0 0 0 0 0 0 0 0 0
; expect 1: @1368 i32 0 -3 -3 0 -3 -3 -3 0 -3
; expect 1: @1404 i32 0 0 0 0 0 0 0 0 0

declare i32 @air.quad_product.s.i32(i32) #0
declare i32 @air.quad_min.s.i32(i32) #0
declare i32 @air.quad_max.u.i32(i32) #0
declare i32 @air.quad_and.u.i32(i32) #0
declare i32 @air.quad_or.u.i32(i32) #0
declare i32 @air.quad_xor.u.i32(i32) #0
declare i32 @air.quad_prefix_inclusive_sum.s.i32(i32) #0
declare i32 @air.quad_prefix_inclusive_product.s.i32(i32) #0
declare i32 @air.quad_prefix_exclusive_product.s.i32(i32) #0

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %m7 = mul i32 %tid, 7
  %m3 = add i32 %m7, 3
  %m11 = urem i32 %m3, 11
  %v = sub i32 %m11, 5
  %bit = and i32 %tid, 1
  %even = icmp eq i32 %bit, 0
  br i1 %even, label %yes, label %end

yes:
  %a0 = call i32 @air.quad_product.s.i32(i32 %v)
  %a1 = call i32 @air.quad_min.s.i32(i32 %v)
  %a2 = call i32 @air.quad_max.u.i32(i32 %v)
  %a3 = call i32 @air.quad_and.u.i32(i32 %v)
  %a4 = call i32 @air.quad_or.u.i32(i32 %v)
  %a5 = call i32 @air.quad_xor.u.i32(i32 %v)
  %a6 = call i32 @air.quad_prefix_inclusive_sum.s.i32(i32 %v)
  %a7 = call i32 @air.quad_prefix_inclusive_product.s.i32(i32 %v)
  %a8 = call i32 @air.quad_prefix_exclusive_product.s.i32(i32 %v)
  br label %end

end:
  %r0 = phi i32 [ %a0, %yes ], [ 0, %0 ]
  %r1 = phi i32 [ %a1, %yes ], [ 0, %0 ]
  %r2 = phi i32 [ %a2, %yes ], [ 0, %0 ]
  %r3 = phi i32 [ %a3, %yes ], [ 0, %0 ]
  %r4 = phi i32 [ %a4, %yes ], [ 0, %0 ]
  %r5 = phi i32 [ %a5, %yes ], [ 0, %0 ]
  %r6 = phi i32 [ %a6, %yes ], [ 0, %0 ]
  %r7 = phi i32 [ %a7, %yes ], [ 0, %0 ]
  %r8 = phi i32 [ %a8, %yes ], [ 0, %0 ]
  %i = zext i32 %tid to i64
  %q = getelementptr [9 x i32], ptr addrspace(1) %out, i64 %i
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
  %q7 = getelementptr i8, ptr addrspace(1) %q, i64 28
  store i32 %r7, ptr addrspace(1) %q7, align 4
  %q8 = getelementptr i8, ptr addrspace(1) %q, i64 32
  store i32 %r8, ptr addrspace(1) %q8, align 4
  ret void
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
