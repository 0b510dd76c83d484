; A simdgroup's matrix accesses are in step with its threads', with no barrier in the code: each thread stores two elements, the matrix is loaded,
; stored transposed, and each thread takes an element that another one of its threads moved.
; threads: 32
; expect 0: f32 63 55 47 39 31 23 15 7 62 54 46 38 30 22 14 6 61 53 45 37 29 21 13 5 60 52 44 36 28 20 12 4

@s = internal addrspace(3) global [64 x float] undef, align 16
@t = internal addrspace(3) global [64 x float] undef, align 16

declare <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p3f32(ptr addrspace(3), i64, <2 x i64>, i1) #0
declare void @air.simdgroup_matrix_8x8_store.v64f32.p3f32(<64 x float>, ptr addrspace(3), i64, <2 x i64>, i1) #0

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %w = zext i32 %tid to i64
  %low = uitofp i32 %tid to float
  %ps = getelementptr [64 x float], ptr addrspace(3) @s, i64 0, i64 %w
  store float %low, ptr addrspace(3) %ps, align 4
  %w32 = add i64 %w, 32
  %high = fadd float %low, 3.200000e+01
  %ps32 = getelementptr [64 x float], ptr addrspace(3) @s, i64 0, i64 %w32
  store float %high, ptr addrspace(3) %ps32, align 4
  %m = call <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p3f32(ptr addrspace(3) @s, i64 8, <2 x i64> zeroinitializer, i1 false)
  call void @air.simdgroup_matrix_8x8_store.v64f32.p3f32(<64 x float> %m, ptr addrspace(3) @t, i64 8, <2 x i64> zeroinitializer, i1 true)
  %other = sub i64 63, %w
  %pt = getelementptr [64 x float], ptr addrspace(3) @t, i64 0, i64 %other
  %v = load float, ptr addrspace(3) %pt, align 4
  %q = getelementptr float, ptr addrspace(1) %out, i64 %w
  store float %v, ptr addrspace(1) %q, align 4
  ret void
}

attributes #0 = { convergent }

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.write", !"air.address_space", i32 1, !"air.arg_type_name", !"float", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
