; air.sincos stores its second result through a thread pointer.
; buffer 0: f32 2.75
; expect 1: f32 0.38166099205233167 f32 -0.9243023786324636
; tolerance: 1e-4

declare float @air.sincos.f32(float, ptr)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %o = alloca float, align 4
  %x = load float, ptr addrspace(1) %in
  %r = call float @air.sincos.f32(float %x, ptr %o)
  %c = load float, ptr %o
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r, ptr addrspace(1) %q0
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store float %c, ptr addrspace(1) %q4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
