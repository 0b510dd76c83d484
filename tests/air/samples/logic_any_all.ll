; any and all of vectors and of a scalar.
; buffer 0: i32 1 0 3
; expect 1: i32 1 0 1

declare i1 @air.any.v3i1(<3 x i1>)
declare i1 @air.all.v3i1(<3 x i1>)
declare i1 @air.any.i1(i1)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %p.v = getelementptr i8, ptr addrspace(1) %in, i64 0
  %v = load <3 x i32>, ptr addrspace(1) %p.v, align 16
  %b = icmp ne <3 x i32> %v, zeroinitializer
  %x = call i1 @air.any.v3i1(<3 x i1> %b)
  %y = call i1 @air.all.v3i1(<3 x i1> %b)
  %s = extractelement <3 x i1> %b, i32 2
  %z = call i1 @air.any.i1(i1 %s)
  %zx = zext i1 %x to i32
  %zy = zext i1 %y to i32
  %zz = zext i1 %z to i32
  %q0 = getelementptr i8, ptr addrspace(1) %out, i64 0
  store i32 %zx, ptr addrspace(1) %q0
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store i32 %zy, ptr addrspace(1) %q4
  %q8 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store i32 %zz, ptr addrspace(1) %q8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
