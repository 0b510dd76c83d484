; Pointers of a table without a length, of structs: each thread reads what its one leads to. Nil and addresses of nothing read zero.
; threads: 6
; buffer 0: i32 0 0 i64 1099513724928 i32 1 0 i64 1099514773504 i32 2 0 i64 0 i32 0 0 i64 12345 i32 0 0 i64 1099514773512 i32 1 0 i64 1099514773520
; buffer 2: i32 10 11 12
; buffer 3: i32 20 21 22 23
; expect 1: i32 10 21 0 0 22 0

%Item = type { i32, ptr addrspace(1) }

define void @k(ptr addrspace(1) %items, ptr addrspace(1) %out, i32 %tid) {
  %i = zext i32 %tid to i64
  %np = getelementptr inbounds %Item, ptr addrspace(1) %items, i64 %i, i32 0
  %n = load i32, ptr addrspace(1) %np, align 8
  %pp = getelementptr inbounds %Item, ptr addrspace(1) %items, i64 %i, i32 1
  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8
  %n64 = zext i32 %n to i64
  %vp = getelementptr inbounds i32, ptr addrspace(1) %p, i64 %n64
  %v = load i32, ptr addrspace(1) %vp, align 4
  %q = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %i
  store i32 %v, ptr addrspace(1) %q, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Item", !"air.arg_name", !"items"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
