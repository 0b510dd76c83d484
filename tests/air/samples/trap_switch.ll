; A switch.
; buffer 0: i32 3
; expect 1: i32 30

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %n = load i32, ptr addrspace(1) %in
  switch i32 %n, label %other [
    i32 1, label %one
    i32 3, label %three
  ]
one:
  br label %end
three:
  br label %end
other:
  br label %end
end:
  %v = phi i32 [ 10, %one ], [ 30, %three ], [ 0, %other ]
  store i32 %v, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
