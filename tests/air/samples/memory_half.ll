; Half loads, stores and vectors.
; buffer 0: f16 1.5 -2 65504 6.1e-05
; expect 1: f16 1.5 -2 65504 6.1e-05 @8 f16 1.5 @16 f16 1.5 -2 65504

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.a = getelementptr i8, ptr addrspace(1) %in, i64 0
  %a = load <4 x half>, ptr addrspace(1) %p.a, align 8
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store <4 x half> %a, ptr addrspace(1) %q0, align 8
  %p.b = getelementptr i8, ptr addrspace(1) %in, i64 0
  %b = load half, ptr addrspace(1) %p.b
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store half %b, ptr addrspace(1) %q8
  %p.c = getelementptr i8, ptr addrspace(1) %in, i64 0
  %c = load <3 x half>, ptr addrspace(1) %p.c, align 8
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <3 x half> %c, ptr addrspace(1) %q16, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
