; A function constant that nobody gave is undefined: its branch is not taken.
; buffer 0: i32 1
; expect 1: i32 5

@fc.MTL_FC_INIT_0_t = internal addrspace(2) externally_initialized constant i8 undef, section "air.fc_initializer", align 1
declare i1 @air.is_function_constant_defined(ptr addrspace(2))
declare i8 @air.normalize_function_constant_predicate.i8(i8)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %d = call i1 @air.is_function_constant_defined(ptr addrspace(2) @fc.MTL_FC_INIT_0_t)
  %v = load i8, ptr addrspace(2) @fc.MTL_FC_INIT_0_t
  %n = call i8 @air.normalize_function_constant_predicate.i8(i8 %v)
  %b = trunc i8 %n to i1
  %e = or i1 %d, %b
  %r = select i1 %e, i32 4, i32 5
  store i32 %r, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
