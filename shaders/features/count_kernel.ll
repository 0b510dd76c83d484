; kernel void count_kernel(device atomic_uint *count [[buffer(0)]], constant uint &step [[buffer(1)]]) {
;     atomic_fetch_add_explicit(count, step, memory_order_relaxed);
; }

define void @count_kernel(ptr addrspace(1) %count, ptr addrspace(2) %step.at) {
  %step = load i32, ptr addrspace(2) %step.at, align 4
  %before = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %count, i32 %step, i32 0, i32 2, i1 true)
  ret void
}

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

!air.kernel = !{!0}

!0 = !{ptr @count_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"count"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"step.at"}
