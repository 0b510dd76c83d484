; packed_float3: stride 12, alignment 4.
; buffer 0: f32 0 0 0 1 2 3
; expect 1: f32 1 2 3

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 12
  %a = load [3 x float], ptr addrspace(1) %p.a, align 4
  %x = extractvalue [3 x float] %a, 0
  %y = extractvalue [3 x float] %a, 1
  %z = extractvalue [3 x float] %a, 2
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store float %x, ptr addrspace(1) %q0
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store float %y, ptr addrspace(1) %q4
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store float %z, ptr addrspace(1) %q8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
