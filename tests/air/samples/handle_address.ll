; An address that is kept as a number, and the number of one that is kept as a pointer.
; buffer 0: i64 0x1234 0x5678
; buffer a0_o0: i32 77
; expect 1: i32 77 0x5678

define void @k(ptr addrspace(2) %args, ptr addrspace(1) %out) {
  %n = load i64, ptr addrspace(2) %args, align 8
  %p = inttoptr i64 %n to ptr addrspace(1)
  %v = load i32, ptr addrspace(1) %p, align 4
  store i32 %v, ptr addrspace(1) %out, align 4
  %qp = getelementptr inbounds ptr addrspace(1), ptr addrspace(2) %args, i64 1
  %q = load ptr addrspace(1), ptr addrspace(2) %qp, align 8
  %number = ptrtoint ptr addrspace(1) %q to i64
  %low = trunc i64 %number to i32
  %o = getelementptr inbounds i32, ptr addrspace(1) %out, i64 1
  store i32 %low, ptr addrspace(1) %o, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.indirect_buffer", !"air.buffer_size", i32 16, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!20 = !{i32 0, i32 8, i32 0, !"ulong", !"n", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"uint", !"q", !"air.indirect_argument", !22}
!21 = !{i32 0, !"air.indirect_constant", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"ulong", !"air.arg_name", !"n"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"p"}
