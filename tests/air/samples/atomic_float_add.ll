; Floating-point sums of all threads.
; buffer 1: f32 1
; expect 1: f32 17
; threads: 32

declare float @air.atomic.global.add.f32(ptr addrspace(1), float, i32, i32, i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %r0 = call float @air.atomic.global.add.f32(ptr addrspace(1) %out, float 0.5, i32 0, i32 2, i1 true)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
