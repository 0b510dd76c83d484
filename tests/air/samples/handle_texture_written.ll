; A texture of an argument buffer that is written; no metadata says so.
; threads: 2
; texel a0_o8 1 2: f32 5 6 7 8

declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)

define void @k(ptr addrspace(2) %args, i32 %tid) {
  %tp = getelementptr inbounds i8, ptr addrspace(2) %args, i64 8
  %t = load ptr addrspace(1), ptr addrspace(2) %tp, align 8
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 2>, <4 x float> <float 5.0, float 6.0, float 7.0, float 8.0>, i32 0, i32 2)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
