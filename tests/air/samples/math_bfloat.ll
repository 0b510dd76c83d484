; bfloat arithmetic is rounded to nearest even after each call.
; buffer 0: @0 bf16 1.5 @16 bf16 2.5 @32 bf16 1.0078125 @48 bf16 1.0078125 @64 bf16 0 @80 bf16 -1 2 -3 0.5
; expect 1: @0 bf16 2.5 @16 bf16 1.015625 @32 bf16 1 2 3 0.5

declare bfloat @air.fmax.bf16(bfloat, bfloat)
declare bfloat @llvm.fmuladd.bf16(bfloat, bfloat, bfloat)
declare <4 x bfloat> @air.fabs.v4bf16(<4 x bfloat>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load bfloat, ptr addrspace(1) %p0.0, align 16
  %p0.1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a0.1 = load bfloat, ptr addrspace(1) %p0.1, align 16
  %r0 = call bfloat @air.fmax.bf16(bfloat %a0.0, bfloat %a0.1)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store bfloat %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a1.0 = load bfloat, ptr addrspace(1) %p1.0, align 16
  %p1.1 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a1.1 = load bfloat, ptr addrspace(1) %p1.1, align 16
  %p1.2 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a1.2 = load bfloat, ptr addrspace(1) %p1.2, align 16
  %r1 = call bfloat @llvm.fmuladd.bf16(bfloat %a1.0, bfloat %a1.1, bfloat %a1.2)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store bfloat %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 80
  %a2.0 = load <4 x bfloat>, ptr addrspace(1) %p2.0, align 16
  %r2 = call <4 x bfloat> @air.fabs.v4bf16(<4 x bfloat> %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <4 x bfloat> %r2, ptr addrspace(1) %q2, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
