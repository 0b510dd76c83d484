; Packing of normalised bytes and halves of a word, from float and half.
; buffer 0: @0 f32 0 1 0.2 1.5 @16 f32 1 0.2 @32 f16 0 1 0.2 1.5 @48 f16 0 1 @64 f32 0 -1 0.2 1.5 @80 f32 -1 0.2
; buffer 0: @96 f16 0 -1 0.2 1.5 @112 f16 0 -1
; expect 1: @0 i32 4281597696 @16 i32 859045887 @32 i32 4281597696 @48 i32 4294901760 @64 i32 2132377856 @80 i32 429490177
; expect 1: @96 i32 2132377856 @112 i32 2147549184

declare i32 @air.pack.unorm4x8.v4f32(<4 x float>)
declare i32 @air.pack.unorm2x16.v2f32(<2 x float>)
declare i32 @air.pack.unorm4x8.v4f16(<4 x half>)
declare i32 @air.pack.unorm2x16.v2f16(<2 x half>)
declare i32 @air.pack.snorm4x8.v4f32(<4 x float>)
declare i32 @air.pack.snorm2x16.v2f32(<2 x float>)
declare i32 @air.pack.snorm4x8.v4f16(<4 x half>)
declare i32 @air.pack.snorm2x16.v2f16(<2 x half>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load <4 x float>, ptr addrspace(1) %p0.0, align 16
  %r0 = call i32 @air.pack.unorm4x8.v4f32(<4 x float> %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load <2 x float>, ptr addrspace(1) %p1.0, align 16
  %r1 = call i32 @air.pack.unorm2x16.v2f32(<2 x float> %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load <4 x half>, ptr addrspace(1) %p2.0, align 16
  %r2 = call i32 @air.pack.unorm4x8.v4f16(<4 x half> %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i32 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load <2 x half>, ptr addrspace(1) %p3.0, align 16
  %r3 = call i32 @air.pack.unorm2x16.v2f16(<2 x half> %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store i32 %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load <4 x float>, ptr addrspace(1) %p4.0, align 16
  %r4 = call i32 @air.pack.snorm4x8.v4f32(<4 x float> %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store i32 %r4, ptr addrspace(1) %q4, align 16
  %p5.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a5.0 = load <2 x float>, ptr addrspace(1) %p5.0, align 16
  %r5 = call i32 @air.pack.snorm2x16.v2f32(<2 x float> %a5.0)
  %q5 = getelementptr i8, ptr addrspace(1) %out, i64 80
  store i32 %r5, ptr addrspace(1) %q5, align 16
  %p6.0 = getelementptr i8, ptr addrspace(1) %in, i64 96
  %a6.0 = load <4 x half>, ptr addrspace(1) %p6.0, align 16
  %r6 = call i32 @air.pack.snorm4x8.v4f16(<4 x half> %a6.0)
  %q6 = getelementptr i8, ptr addrspace(1) %out, i64 96
  store i32 %r6, ptr addrspace(1) %q6, align 16
  %p7.0 = getelementptr i8, ptr addrspace(1) %in, i64 112
  %a7.0 = load <2 x half>, ptr addrspace(1) %p7.0, align 16
  %r7 = call i32 @air.pack.snorm2x16.v2f16(<2 x half> %a7.0)
  %q7 = getelementptr i8, ptr addrspace(1) %out, i64 112
  store i32 %r7, ptr addrspace(1) %q7, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
