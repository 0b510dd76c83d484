; An address inside the array at which no handle starts.
; decline pointer-argument

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

define void @k(ptr %a, ptr addrspace(2) %s, ptr addrspace(1) %out, i32 %tid) {
  %p = getelementptr inbounds i8, ptr %a, i64 12
  %h = load ptr addrspace(1), ptr %p, align 8
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %h, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v = extractvalue { <4 x float>, i8 } %r, 0
  %w = zext i32 %tid to i64
  %q = getelementptr <4 x float>, ptr addrspace(1) %out, i64 %w
  store <4 x float> %v, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 2, i32 3, !"air.sample", !"air.arg_type_name", !"array<texture2d<float, sample>, 3>", !"air.arg_name", !"t2"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!6 = !{i32 3, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
