; kernel void shift_kernel(device const uint *from [[buffer(0)]], device uint *to [[buffer(1)]], uint grid [[thread_position_in_grid]]) {
;     to[grid] = from[grid];   // both may be one buffer at two offsets
; }

define void @shift_kernel(ptr addrspace(1) %from, ptr addrspace(1) %to, i32 %grid) {
  %place = zext i32 %grid to i64
  %from.at = getelementptr inbounds i32, ptr addrspace(1) %from, i64 %place
  %value = load i32, ptr addrspace(1) %from.at, align 4
  %to.at = getelementptr inbounds i32, ptr addrspace(1) %to, i64 %place
  store i32 %value, ptr addrspace(1) %to.at, align 4
  ret void
}

!air.kernel = !{!0}

!0 = !{ptr @shift_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"from"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"to"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"grid"}
