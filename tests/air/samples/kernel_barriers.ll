; Barriers of every flag.
; threads: 2
; expect 0: i32 1 0

@s = internal addrspace(3) global [2 x i32] undef, align 4
declare void @air.wg.barrier(i32, i32) convergent
declare void @air.simdgroup.barrier(i32, i32) convergent

define void @k(ptr addrspace(1) %out, i32 %t) {
  %w = zext i32 %t to i64
  %p = getelementptr i32, ptr addrspace(3) @s, i64 %w
  store i32 %t, ptr addrspace(3) %p
  call void @air.wg.barrier(i32 0, i32 1)
  call void @air.wg.barrier(i32 7, i32 1)
  call void @air.simdgroup.barrier(i32 2, i32 4)
  %x = xor i32 %t, 1
  %xw = zext i32 %x to i64
  %o = getelementptr i32, ptr addrspace(3) @s, i64 %xw
  %v = load i32, ptr addrspace(3) %o
  %q = getelementptr i32, ptr addrspace(1) %out, i64 %w
  store i32 %v, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
