; Reductions and scans of vectors go lane by lane: sums of floats, sums before a thread of ints, the greatest short, the least half.
; threads: 8
; expect 1: @0 f32 28 716 i32 0 0 i16 0 -79
; expect 1: @20 f16 0 79
; expect 1: @32 f32 28 716 i32 0 100 i16 0 -79
; expect 1: @52 f16 0 79
; expect 1: @64 f32 28 716 i32 1 197 i16 0 -79
; expect 1: @84 f16 0 79
; expect 1: @96 f32 28 716 i32 3 291 i16 0 -79
; expect 1: @116 f16 0 79
; expect 1: @128 f32 28 716 i32 6 382 i16 0 -79
; expect 1: @148 f16 0 79
; expect 1: @160 f32 28 716 i32 10 470 i16 0 -79
; expect 1: @180 f16 0 79
; expect 1: @192 f32 28 716 i32 15 555 i16 0 -79
; expect 1: @212 f16 0 79
; expect 1: @224 f32 28 716 i32 21 637 i16 0 -79
; expect 1: @244 f16 0 79

declare <2 x float> @air.simd_sum.v2f32(<2 x float>)
declare <2 x i32> @air.simd_prefix_exclusive_sum.u.v2i32(<2 x i32>)
declare <2 x i16> @air.simd_max.s.v2i16(<2 x i16>)
declare <2 x half> @air.simd_min.v2f16(<2 x half>)
declare <2 x float> @air.convert.f.v2f32.u.v2i32(<2 x i32>)

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %t3 = mul i32 %tid, 3
  %y = sub i32 100, %t3
  %v0 = insertelement <2 x i32> undef, i32 %tid, i32 0
  %v = insertelement <2 x i32> %v0, i32 %y, i32 1
  %f = call <2 x float> @air.convert.f.v2f32.u.v2i32(<2 x i32> %v)
  %w = trunc <2 x i32> %v to <2 x i16>
  %n = sub <2 x i16> zeroinitializer, %w
  %h = fptrunc <2 x float> %f to <2 x half>
  %s = call <2 x float> @air.simd_sum.v2f32(<2 x float> %f)
  %p = call <2 x i32> @air.simd_prefix_exclusive_sum.u.v2i32(<2 x i32> %v)
  %m = call <2 x i16> @air.simd_max.s.v2i16(<2 x i16> %n)
  %l = call <2 x half> @air.simd_min.v2f16(<2 x half> %h)
  %i = zext i32 %tid to i64
  %q = getelementptr [8 x i32], ptr addrspace(1) %out, i64 %i
  store <2 x float> %s, ptr addrspace(1) %q, align 8
  %q1 = getelementptr i8, ptr addrspace(1) %q, i64 8
  store <2 x i32> %p, ptr addrspace(1) %q1, align 8
  %q2 = getelementptr i8, ptr addrspace(1) %q, i64 16
  store <2 x i16> %m, ptr addrspace(1) %q2, align 4
  %q3 = getelementptr i8, ptr addrspace(1) %q, i64 20
  store <2 x half> %l, ptr addrspace(1) %q3, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
