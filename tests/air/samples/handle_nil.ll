; Handles that are nil: a pointer that is compared, a texture that is asked about.
; buffer a0_o0: i32 7
; expect 1: i32 7 0 1

declare i1 @air.is_null_texture_2d(ptr addrspace(1))

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out) {
  %p = load ptr addrspace(1), ptr addrspace(2) %args, align 8
  %isNil = icmp eq ptr addrspace(1) %p, null
  br i1 %isNil, label %second, label %first

first:
  %v = load i32, ptr addrspace(1) %p, align 4
  store i32 %v, ptr addrspace(1) %out, align 4
  br label %second

second:
  %qp = getelementptr inbounds ptr addrspace(1), ptr addrspace(2) %args, i64 1
  %q = load ptr addrspace(1), ptr addrspace(2) %qp, align 8
  %isThere = icmp ne ptr addrspace(1) %q, null
  %b = zext i1 %isThere to i32
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 1
  store i32 %b, ptr addrspace(1) %o, align 4
  %tp = getelementptr inbounds ptr addrspace(1), ptr addrspace(2) %args, i64 2
  %t = load ptr addrspace(1), ptr addrspace(2) %tp, align 8
  %isNull = call i1 @air.is_null_texture_2d(ptr addrspace(1) %t)
  %c = xor i1 %isNull, true
  %d = zext i1 %c to i32
  %o2 = getelementptr inbounds i32, ptr addrspace(1) %out, i64 2
  store i32 %d, ptr addrspace(1) %o2, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 24, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 24, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!20 = !{i32 0, i32 8, i32 0, !"uint", !"p", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"uint", !"q", !"air.indirect_argument", !22, i32 16, i32 8, i32 0, !"texture2d<float, sample>", !"t", !"air.indirect_argument", !23}
!21 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
!23 = !{i32 2, !"air.texture", !"air.location_index", i32 2, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t"}
