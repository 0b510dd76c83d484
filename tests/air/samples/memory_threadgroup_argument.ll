; Threadgroup memory whose length the encoder gives.
; threads: 4
; threadgroup 0: 16
; expect 0: i32 3 2 1 0

declare void @air.wg.barrier(i32, i32) convergent

define void @k(ptr addrspace(3) %tg, ptr addrspace(1) %out, i32 %tid) {
  %w = zext i32 %tid to i64
  %p = getelementptr i32, ptr addrspace(3) %tg, i64 %w
  store i32 %tid, ptr addrspace(3) %p
  call void @air.wg.barrier(i32 2, i32 1)
  %r = sub i32 3, %tid
  %x = zext i32 %r to i64
  %o = getelementptr i32, ptr addrspace(3) %tg, i64 %x
  %v = load i32, ptr addrspace(3) %o
  %q = getelementptr i32, ptr addrspace(1) %out, i64 %w
  store i32 %v, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 3, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
