; Votes, sets and the first of the threads of a quadgroup that go each way of a branch; the last simdgroup is not full.
; threads: 40
; expect 1: @0 i32 8 0 9 0
; expect 1: @16 i32 14 4 6 10
; expect 1: @32 i32 6 4 6 10
; expect 1: @48 i32 0 0 9 0
; expect 1: @64 i32 14 9 11 40
; expect 1: @80 i32 6 9 11 40
; expect 1: @96 i32 8 0 4 60
; expect 1: @112 i32 6 9 11 40
; expect 1: @128 i32 15 13 13 80
; expect 1: @144 i32 8 0 2 90
; expect 1: @160 i32 7 13 13 80
; expect 1: @176 i32 7 13 13 80
; expect 1: @192 i32 8 0 9 120
; expect 1: @208 i32 14 4 6 130
; expect 1: @224 i32 6 4 6 130
; expect 1: @240 i32 0 0 9 120
; expect 1: @256 i32 14 9 11 160
; expect 1: @272 i32 6 9 11 160
; expect 1: @288 i32 8 0 4 180
; expect 1: @304 i32 6 9 11 160
; expect 1: @320 i32 15 13 13 200
; expect 1: @336 i32 8 0 2 210
; expect 1: @352 i32 7 13 13 200
; expect 1: @368 i32 7 13 13 200
; expect 1: @384 i32 8 0 9 240
; expect 1: @400 i32 14 4 6 250
; expect 1: @416 i32 6 4 6 250
; expect 1: @432 i32 0 0 9 240
; expect 1: @448 i32 14 9 11 280
; expect 1: @464 i32 6 9 11 280
; expect 1: @480 i32 8 0 4 300
; expect 1: @496 i32 6 9 11 280
; expect 1: @512 i32 15 13 13 320
; expect 1: @528 i32 8 0 2 330
; expect 1: @544 i32 7 13 13 320
; expect 1: @560 i32 7 13 13 320
; expect 1: @576 i32 8 0 9 360
; expect 1: @592 i32 14 4 6 370
; expect 1: @608 i32 6 4 6 370
; expect 1: @624 i32 0 0 9 360

declare i1 @air.quad_all(i1) #0
declare i1 @air.quad_any(i1) #0
declare i16 @air.quad_ballot(i1) #0
declare i16 @air.quad_active_threads_mask() #0
declare i1 @air.quad_is_first() #0
declare i32 @air.quad_broadcast_first.u.i32(i32) #0

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %rest = urem i32 %tid, 3
  %ten = mul i32 %tid, 10
  %goes = icmp ne i32 %rest, 0
  br i1 %goes, label %yes, label %no

yes:
  %four = and i32 %tid, 3
  %flag = icmp ne i32 %four, 1
  %low = icmp ult i32 %tid, 1000
  %all = call i1 @air.quad_all(i1 %flag)
  %any = call i1 @air.quad_any(i1 %flag)
  %every = call i1 @air.quad_all(i1 %low)
  %set = call i16 @air.quad_ballot(i1 %flag)
  %here = call i16 @air.quad_active_threads_mask()
  %first = call i1 @air.quad_is_first()
  %one = call i32 @air.quad_broadcast_first.u.i32(i32 %ten)
  %b0 = zext i1 %all to i32
  %b1 = select i1 %any, i32 2, i32 0
  %b2 = select i1 %every, i32 4, i32 0
  %b3 = select i1 %first, i32 8, i32 0
  %b4 = or i32 %b0, %b1
  %b5 = or i32 %b2, %b3
  %bits = or i32 %b4, %b5
  %n.set = zext i16 %set to i32
  %n.here = zext i16 %here to i32
  br label %end

no:
  %o.here = call i16 @air.quad_active_threads_mask()
  %o.first = call i1 @air.quad_is_first()
  %o.one = call i32 @air.quad_broadcast_first.u.i32(i32 %ten)
  %o.bits = select i1 %o.first, i32 8, i32 0
  %on.here = zext i16 %o.here to i32
  br label %end

end:
  %r0 = phi i32 [ %bits, %yes ], [ %o.bits, %no ]
  %r1 = phi i32 [ %n.set, %yes ], [ 0, %no ]
  %r2 = phi i32 [ %n.here, %yes ], [ %on.here, %no ]
  %r3 = phi i32 [ %one, %yes ], [ %o.one, %no ]
  %i = zext i32 %tid to i64
  %q = getelementptr [4 x i32], ptr addrspace(1) %out, i64 %i
  %q0 = getelementptr i8, ptr addrspace(1) %q, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 4
  %q1 = getelementptr i8, ptr addrspace(1) %q, i64 4
  store i32 %r1, ptr addrspace(1) %q1, align 4
  %q2 = getelementptr i8, ptr addrspace(1) %q, i64 8
  store i32 %r2, ptr addrspace(1) %q2, align 4
  %q3 = getelementptr i8, ptr addrspace(1) %q, i64 12
  store i32 %r3, ptr addrspace(1) %q3, align 4
  ret void
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
