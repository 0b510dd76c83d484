; Atomics on threadgroup memory.
; threads: 16
; expect 1: i32 16

@count = internal addrspace(3) global i32 undef, align 4
declare void @air.atomic.local.store.i32(ptr addrspace(3), i32, i32, i32, i1)
declare i32 @air.atomic.local.add.u.i32(ptr addrspace(3), i32, i32, i32, i1)
declare i32 @air.atomic.local.load.i32(ptr addrspace(3), i32, i32, i1)
declare void @air.wg.barrier(i32, i32) convergent

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %z = icmp eq i32 %tid, 0
  br i1 %z, label %first, label %all
first:
  call void @air.atomic.local.store.i32(ptr addrspace(3) @count, i32 0, i32 0, i32 1, i1 true)
  br label %all
all:
  call void @air.wg.barrier(i32 2, i32 1)
  %r = call i32 @air.atomic.local.add.u.i32(ptr addrspace(3) @count, i32 1, i32 0, i32 1, i1 true)
  call void @air.wg.barrier(i32 2, i32 1)
  br i1 %z, label %last, label %end
last:
  %v = call i32 @air.atomic.local.load.i32(ptr addrspace(3) @count, i32 0, i32 1, i1 true)
  store i32 %v, ptr addrspace(1) %out
  br label %end
end:
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
