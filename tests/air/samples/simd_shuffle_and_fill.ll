; Shuffles that fill from other data: groups of 4 and 8 lanes; what would come from beyond a group's end is the filling data's (100 more)
; from the group's other end.
; threads: 8
; expect 1: @0 i32 1 101 f16 5 10 i32 103
; expect 1: @16 i32 2 102 f16 6 12 i32 0
; expect 1: @32 i32 3 103 f16 7 14 i32 1
; expect 1: @48 i32 100 0 f16 100 200 i32 2
; expect 1: @64 i32 5 105 f16 101 202 i32 107
; expect 1: @80 i32 6 106 f16 102 204 i32 4
; expect 1: @96 i32 7 107 f16 103 206 i32 5
; expect 1: @112 i32 104 4 f16 104 208 i32 6

declare i32 @air.simd_shuffle_and_fill_down.u.i32(i32, i32, i16, i16)
declare i32 @air.simd_shuffle_and_fill_up.s.i32(i32, i32, i16, i16)
declare <2 x half> @air.simd_shuffle_and_fill_down.v2f16(<2 x half>, <2 x half>, i16, i16)
declare i32 @air.quad_shuffle_and_fill_up.u.i32(i32, i32, i16, i16)
declare <2 x half> @air.convert.f.v2f16.u.v2i32(<2 x i32>)

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %fill = add i32 %tid, 100
  %d = call i32 @air.simd_shuffle_and_fill_down.u.i32(i32 %tid, i32 %fill, i16 1, i16 4)
  %u = call i32 @air.simd_shuffle_and_fill_up.s.i32(i32 %tid, i32 %fill, i16 3, i16 4)
  %a0 = insertelement <2 x i32> undef, i32 %tid, i32 0
  %t2 = shl i32 %tid, 1
  %a = insertelement <2 x i32> %a0, i32 %t2, i32 1
  %b0 = insertelement <2 x i32> undef, i32 %fill, i32 0
  %f2 = shl i32 %fill, 1
  %b = insertelement <2 x i32> %b0, i32 %f2, i32 1
  %ha = call <2 x half> @air.convert.f.v2f16.u.v2i32(<2 x i32> %a)
  %hb = call <2 x half> @air.convert.f.v2f16.u.v2i32(<2 x i32> %b)
  %h = call <2 x half> @air.simd_shuffle_and_fill_down.v2f16(<2 x half> %ha, <2 x half> %hb, i16 5, i16 8)
  %r = call i32 @air.quad_shuffle_and_fill_up.u.i32(i32 %tid, i32 %fill, i16 1, i16 4)
  %i = zext i32 %tid to i64
  %q = getelementptr [4 x i32], ptr addrspace(1) %out, i64 %i
  store i32 %d, ptr addrspace(1) %q
  %q1 = getelementptr i8, ptr addrspace(1) %q, i64 4
  store i32 %u, ptr addrspace(1) %q1
  %q2 = getelementptr i8, ptr addrspace(1) %q, i64 8
  store <2 x half> %h, ptr addrspace(1) %q2, align 4
  %q3 = getelementptr i8, ptr addrspace(1) %q, i64 12
  store i32 %r, ptr addrspace(1) %q3
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
