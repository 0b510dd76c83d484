; Asynchronous copies.
; decline async-copy

declare void @air.wait_simdgroup_events(i32, ptr addrspace(1))

define void @k(ptr addrspace(1) %out) {
  call void @air.wait_simdgroup_events(i32 1, ptr addrspace(1) %out)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
