; Mesh functions.
; decline mesh-function

define void @f(ptr addrspace(1) %b) {
  %v = load i32, ptr addrspace(1) %b
  store i32 %v, ptr addrspace(1) %b
  ret void
}

!air.mesh = !{!0}
!0 = !{ptr @f, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
