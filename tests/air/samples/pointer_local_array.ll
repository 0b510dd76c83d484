; Pointers in a local array, one of which an index picks that differs between threads.
; threads: 3
; buffer 1: i32 10 11 12
; buffer 2: i32 20 21 22
; buffer 3: i32 30 31 32
; expect 0: i32 10 21 32

define void @k(ptr addrspace(1) %out, ptr addrspace(1) %a, ptr addrspace(1) %b, ptr addrspace(1) %c, i32 %tid) {
  %all = alloca [3 x ptr addrspace(1)], align 8
  store ptr addrspace(1) %a, ptr %all, align 8
  %p1 = getelementptr inbounds [3 x ptr addrspace(1)], ptr %all, i64 0, i64 1
  store ptr addrspace(1) %b, ptr %p1, align 8
  %p2 = getelementptr inbounds [3 x ptr addrspace(1)], ptr %all, i64 0, i64 2
  store ptr addrspace(1) %c, ptr %p2, align 8
  %x = zext i32 %tid to i64
  %p = getelementptr inbounds [3 x ptr addrspace(1)], ptr %all, i64 0, i64 %x
  %chosen = load ptr addrspace(1), ptr %p, align 8
  %e = getelementptr inbounds i32, ptr addrspace(1) %chosen, i64 %x
  %v = load i32, ptr addrspace(1) %e, align 4
  %q = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %x
  store i32 %v, ptr addrspace(1) %q, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b2"}
!6 = !{i32 3, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b3"}
!7 = !{i32 4, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
