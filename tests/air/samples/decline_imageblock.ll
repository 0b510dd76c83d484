; Tile memory.
; decline imageblock

declare <4 x half> @air.load.implicit_imageblock.v4f16(i32, <2 x i16>, i32, i16)

define void @k(ptr addrspace(1) %out) {
  %v = call <4 x half> @air.load.implicit_imageblock.v4f16(i32 0, <2 x i16> zeroinitializer, i32 0, i16 0)
  store <4 x half> %v, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
