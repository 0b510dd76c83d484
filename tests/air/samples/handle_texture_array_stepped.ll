; The array's length is in the metadata only, and the textures hold integers.
; threads: 2
; expect 1: i32 12 10012

declare <4 x i32> @air.read_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, i32, i32)

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out, i32 %tid) {
  %i = zext i32 %tid to i64
  %tp = getelementptr inbounds ptr addrspace(1), ptr addrspace(2) %args, i64 %i
  %t = load ptr addrspace(1), ptr addrspace(2) %tp, align 8
  %r = call <4 x i32> @air.read_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 2, i32 1>, i32 0, i32 1)
  %v = extractelement <4 x i32> %r, i64 0
  %q = getelementptr i32, ptr addrspace(1) %out, i64 %i
  store i32 %v, ptr addrspace(1) %q, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
!20 = !{i32 0, i32 8, i32 2, !"texture2d<uint, read>", !"t", !"air.indirect_argument", !22}
!22 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<uint, read>", !"air.arg_name", !"t"}
