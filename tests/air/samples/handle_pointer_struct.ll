; A pointer to a struct that holds a pointer and a texture of its own: both are found behind what the first one leads to.
; buffer a0_o8_o0: f32 1 2 3 4
; expect 1: f32 10013 4 4 4

%"struct.metal::texture2d" = type { ptr addrspace(1) }
%Material = type { ptr addrspace(1), %"struct.metal::texture2d" }
%Args = type { i64, ptr addrspace(1) }

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

define void @k(ptr addrspace(2) %args, ptr addrspace(2) %s, ptr addrspace(1) %out, i32 %tid) {
  %mp = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 1
  %m = load ptr addrspace(1), ptr addrspace(2) %mp, align 8
  %f = load ptr addrspace(1), ptr addrspace(1) %m, align 8
  %a = load <4 x float>, ptr addrspace(1) %f, align 16
  %tp = getelementptr inbounds %Material, ptr addrspace(1) %m, i64 0, i32 1, i32 0
  %t = load ptr addrspace(1), ptr addrspace(1) %tp, align 8
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %c = extractvalue { <4 x float>, i8 } %r, 0
  %v = fadd <4 x float> %a, %c
  %w = zext i32 %tid to i64
  %q = getelementptr <4 x float>, ptr addrspace(1) %out, i64 %w
  store <4 x float> %v, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!6 = !{i32 3, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
!20 = !{i32 0, i32 8, i32 0, !"ulong", !"n", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"Material", !"m", !"air.indirect_argument", !22}
!21 = !{i32 0, !"air.indirect_constant", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"ulong", !"air.arg_name", !"n"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 1, !"air.struct_type_info", !23, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Material", !"air.arg_name", !"p"}
!23 = !{i32 0, i32 8, i32 0, !"float4", !"f", !"air.indirect_argument", !24, i32 8, i32 8, i32 0, !"texture2d<float, sample>", !"t", !"air.indirect_argument", !25}
!24 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"float4", !"air.arg_name", !"p"}
!25 = !{i32 1, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t"}
