; Compare and swap: the old value comes back, also through the pointer.
; buffer 1: i32 5 0 0 0 0
; expect 1: i32 8 5 5 8 8

declare i32 @air.atomic.global.cmpxchg.weak.i32(ptr addrspace(1), ptr, i32, i32, i32, i32, i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %e = alloca i32, align 4
  store i32 5, ptr %e
  %r = call i32 @air.atomic.global.cmpxchg.weak.i32(ptr addrspace(1) %out, ptr %e, i32 8, i32 0, i32 0, i32 2, i1 true)
  %x = load i32, ptr %e
  store i32 4, ptr %e
  %s = call i32 @air.atomic.global.cmpxchg.weak.i32(ptr addrspace(1) %out, ptr %e, i32 9, i32 0, i32 0, i32 2, i1 true)
  %y = load i32, ptr %e
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %r, ptr addrspace(1) %q4
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %x, ptr addrspace(1) %q8
  %q12 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %s, ptr addrspace(1) %q12
  %q16 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %y, ptr addrspace(1) %q16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
