; 64-bit atomics.
; decline atomic

declare i64 @air.atomic.global.add.u.i64(ptr addrspace(1), i64, i32, i32, i1)

define void @k(ptr addrspace(1) %out) {
  %v = call i64 @air.atomic.global.add.u.i64(ptr addrspace(1) %out, i64 1, i32 0, i32 2, i1 true)
  store i64 %v, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
