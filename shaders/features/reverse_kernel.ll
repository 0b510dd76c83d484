; kernel void reverse_kernel(device uint *values [[buffer(0)]], threadgroup uint *shared [[threadgroup(0)]], uint grid [[thread_position_in_grid]],
;                            uint thread [[thread_position_in_threadgroup]], uint count [[threads_per_threadgroup]]) {
;     shared[thread] = values[grid];
;     threadgroup_barrier(mem_flags::mem_threadgroup);
;     values[grid] = shared[count - 1 - thread];
; }

define void @reverse_kernel(ptr addrspace(1) %values, ptr addrspace(3) %shared, i32 %grid, i32 %thread, i32 %count) {
  %place = zext i32 %grid to i64
  %value.at = getelementptr inbounds i32, ptr addrspace(1) %values, i64 %place
  %value = load i32, ptr addrspace(1) %value.at, align 4
  %own = zext i32 %thread to i64
  %own.at = getelementptr inbounds i32, ptr addrspace(3) %shared, i64 %own
  store i32 %value, ptr addrspace(3) %own.at, align 4
  call void @air.wg.barrier(i32 2, i32 1)
  %last = sub i32 %count, 1
  %mirrored = sub i32 %last, %thread
  %other = zext i32 %mirrored to i64
  %other.at = getelementptr inbounds i32, ptr addrspace(3) %shared, i64 %other
  %result = load i32, ptr addrspace(3) %other.at, align 4
  store i32 %result, ptr addrspace(1) %value.at, align 4
  ret void
}

declare void @air.wg.barrier(i32, i32) convergent

!air.kernel = !{!0}

!0 = !{ptr @reverse_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"values"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 3, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"shared"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"grid"}
!6 = !{i32 3, !"air.thread_position_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread"}
!7 = !{i32 4, !"air.threads_per_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"count"}
