; grid_origin, seen by the last thread of a threadgroup of 2 3 2.
; threads: 2 3 2
; expect 0: i32 0 0 0

define void @k(ptr addrspace(1) %out, <3 x i32> %i, i32 %t) {
  %last = icmp eq i32 %t, 11
  br i1 %last, label %write, label %end
write:
  %e0 = extractelement <3 x i32> %i, i32 0
  %e1 = extractelement <3 x i32> %i, i32 1
  %e2 = extractelement <3 x i32> %i, i32 2
  %q0 = getelementptr i32, ptr addrspace(1) %out, i64 0
  store i32 %e0, ptr addrspace(1) %q0
  %q1 = getelementptr i32, ptr addrspace(1) %out, i64 1
  store i32 %e1, ptr addrspace(1) %q1
  %q2 = getelementptr i32, ptr addrspace(1) %out, i64 2
  store i32 %e2, ptr addrspace(1) %q2
  br label %end
end:
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.grid_origin", !"air.arg_type_name", !"uint3", !"air.arg_name", !"grid_origin"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
