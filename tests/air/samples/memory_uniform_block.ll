; A small constant reference becomes a uniform block; a run-time index into it.
; buffer 0: i32 1 f32 @16 f32 5 6 7 8 @32 f32 9 10 11 12
; expect 1: f32 9 10 11 12 5

define void @k(ptr addrspace(2) %u, ptr addrspace(1) %out) {
  %i = load i32, ptr addrspace(2) %u
  %w = sext i32 %i to i64
  %p = getelementptr inbounds { i32, [2 x <4 x float>] }, ptr addrspace(2) %u, i64 0, i32 1, i64 %w
  %v = load <4 x float>, ptr addrspace(2) %p, align 16
  store <4 x float> %v, ptr addrspace(1) %out, align 16
  %f = getelementptr inbounds i8, ptr addrspace(2) %u, i64 16
  %x = load float, ptr addrspace(2) %f
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %x, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.buffer_size", i32 48, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_name", !"U", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
