; simdgroups_per_threadgroup, seen by the last thread of a threadgroup of 2 3 2.
; threads: 2 3 2
; expect 0: i32 1

define void @k(ptr addrspace(1) %out, i32 %i, i32 %t) {
  %last = icmp eq i32 %t, 11
  br i1 %last, label %write, label %end
write:
  %q0 = getelementptr i32, ptr addrspace(1) %out, i64 0
  store i32 %i, ptr addrspace(1) %q0
  br label %end
end:
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.simdgroups_per_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"simdgroups_per_threadgroup"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
