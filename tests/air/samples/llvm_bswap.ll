; llvm.bswap at every width.
; buffer 0: @0 i16 1800 @16 i32 84281096 @32 i64 72623859790382856 @48 i32 84281096 84281096 @64 i16 1800 1800 1800 1800
; expect 1: @0 i16 2055 @16 i32 134678021 @32 i64 578437695752307201 @48 i32 134678021 134678021 @64 i16 2055 2055 2055 2055

declare i16 @llvm.bswap.i16(i16)
declare i32 @llvm.bswap.i32(i32)
declare i64 @llvm.bswap.i64(i64)
declare <2 x i32> @llvm.bswap.v2i32(<2 x i32>)
declare <4 x i16> @llvm.bswap.v4i16(<4 x i16>)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p0.0 = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a0.0 = load i16, ptr addrspace(1) %p0.0, align 16
  %r0 = call i16 @llvm.bswap.i16(i16 %a0.0)
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i16 %r0, ptr addrspace(1) %q0, align 16
  %p1.0 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %a1.0 = load i32, ptr addrspace(1) %p1.0, align 16
  %r1 = call i32 @llvm.bswap.i32(i32 %a1.0)
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %r1, ptr addrspace(1) %q1, align 16
  %p2.0 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %a2.0 = load i64, ptr addrspace(1) %p2.0, align 16
  %r2 = call i64 @llvm.bswap.i64(i64 %a2.0)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store i64 %r2, ptr addrspace(1) %q2, align 16
  %p3.0 = getelementptr i8, ptr addrspace(1) %in, i64 48
  %a3.0 = load <2 x i32>, ptr addrspace(1) %p3.0, align 16
  %r3 = call <2 x i32> @llvm.bswap.v2i32(<2 x i32> %a3.0)
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 48
  store <2 x i32> %r3, ptr addrspace(1) %q3, align 16
  %p4.0 = getelementptr i8, ptr addrspace(1) %in, i64 64
  %a4.0 = load <4 x i16>, ptr addrspace(1) %p4.0, align 16
  %r4 = call <4 x i16> @llvm.bswap.v4i16(<4 x i16> %a4.0)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 64
  store <4 x i16> %r4, ptr addrspace(1) %q4, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
