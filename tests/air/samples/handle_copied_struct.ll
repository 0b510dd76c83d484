; The whole argument buffer is copied to a local variable first.
; buffer 0: @16 i32 2
; buffer a0_o8: i32 5 6 7
; expect 1: f32 12 2 1 0 i32 7

%"struct.metal::texture2d" = type { ptr addrspace(1) }
%Args = type { %"struct.metal::texture2d", ptr addrspace(1), i32, [4 x i8] }

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

declare void @llvm.memcpy.p0.p2.i64(ptr, ptr addrspace(2), i64, i1)

define void @k(ptr addrspace(2) %args, ptr addrspace(2) %s, ptr addrspace(1) %out, i32 %tid) {
  %copy = alloca %Args, align 8
  call void @llvm.memcpy.p0.p2.i64(ptr align 8 %copy, ptr addrspace(2) align 8 %args, i64 24, i1 false)
  %t = load ptr addrspace(1), ptr %copy, align 8
  %pp = getelementptr inbounds %Args, ptr %copy, i64 0, i32 1
  %p = load ptr addrspace(1), ptr %pp, align 8
  %np = getelementptr inbounds %Args, ptr %copy, i64 0, i32 2
  %n = load i32, ptr %np, align 8
  %x = zext i32 %n to i64
  %e = getelementptr inbounds i32, ptr addrspace(1) %p, i64 %x
  %u = load i32, ptr addrspace(1) %e, align 4
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 4
  store i32 %u, ptr addrspace(1) %o, align 4
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) %s, <2 x float> <float 6.250000e-01, float 3.750000e-01>, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
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
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 24, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 24, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!6 = !{i32 3, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
!20 = !{i32 0, i32 8, i32 0, !"texture2d<float, sample>", !"t", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"uint", !"p", !"air.indirect_argument", !22, i32 16, i32 4, i32 0, !"uint", !"n", !"air.indirect_argument", !23}
!21 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
!23 = !{i32 2, !"air.indirect_constant", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"n"}
