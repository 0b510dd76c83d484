; A function of the module is inlined.
; buffer 0: f32 3
; expect 1: f32 9

define internal float @square(float %x) noinline {
  %y = fmul float %x, %x
  ret float %y
}

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %x = load float, ptr addrspace(1) %in
  %y = call float @square(float %x)
  store float %y, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
