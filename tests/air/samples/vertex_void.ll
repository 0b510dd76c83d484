; A vertex function that returns nothing writes memory.
; expect 0: i32 3

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define void @v(ptr addrspace(1) %n) {
  %o = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %n, i32 1, i32 0, i32 2, i1 true)
  ret void
}

!air.vertex = !{!0}
!0 = !{ptr @v, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
