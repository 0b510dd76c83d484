; Half results are rounded to half: 2049 is not a half, 2048 is; 65504 * 2 overflows.
; buffer 0: @0 f16 2048 @16 f16 1 @32 f16 1 @48 f16 65504 @64 f16 2 @80 f16 0
; expect 1: @0 f16 2048 @16 f16 inf

declare half @air.fma.f16(half, half, half)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load half, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load half, ptr addrspace(1) %p0.1, align 16
  %p0.2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a0.2 = load half, ptr addrspace(1) %p0.2, align 16
  %r0 = call half @air.fma.f16(half %a0.0, half %a0.1, half %a0.2)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store half %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.0 = load half, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a1.1 = load half, ptr addrspace(1) %p1.1, align 16
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a1.2 = load half, ptr addrspace(1) %p1.2, align 16
  %r1 = call half @air.fma.f16(half %a1.0, half %a1.1, half %a1.2)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store half %r1, ptr addrspace(1) %q1, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
