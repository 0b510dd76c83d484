; A barrier of Metal 4.1 has an order between flags and scope.
; threads: 2
; expect 0: i32 1

declare void @air.wg.barrier(i32, i32, i32) convergent

define void @k(ptr addrspace(1) %out) {
  call void @air.wg.barrier(i32 2, i32 0, i32 1)
  store i32 1, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
