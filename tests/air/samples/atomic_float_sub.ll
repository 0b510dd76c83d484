; Floating-point subtraction.
; buffer 1: f32 1 0
; expect 1: f32 0.5 1

declare float @air.atomic.global.sub.f32(ptr addrspace(1), float, i32, i32, i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %r0 = call float @air.atomic.global.sub.f32(ptr addrspace(1) %out, float 0.5, i32 0, i32 2, i1 true)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store float %r0, ptr addrspace(1) %q4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
