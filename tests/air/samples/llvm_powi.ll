; llvm.powi has an integer exponent.
; buffer 0: @0 f32 -2 @16 i32 3 @32 f32 2 @48 i32 -2
; expect 1: @0 f32 -8 @16 f32 0.25
; tolerance: 1e-05

declare float @llvm.powi.f32.i32(float, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load float, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load i32, ptr addrspace(1) %p0.1, align 16
  %r0 = call float @llvm.powi.f32.i32(float %a0.0, i32 %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load float, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load i32, ptr addrspace(1) %p1.1, align 16
  %r1 = call float @llvm.powi.f32.i32(float %a1.0, i32 %a1.1)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
