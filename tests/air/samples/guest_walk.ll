; From one pointer to another, both in memory: the pointer that moves is a value of its own.
; buffer 0: i64 1099513724932 1099513724952
; buffer 2: i32 1000 1 2 3 4 5 1000
; expect 1: i32 15

define void @k(ptr addrspace(1) %range, ptr addrspace(1) %out, i32 %tid) {
entry:
  %i = zext i32 %tid to i64
  %bp = getelementptr inbounds { ptr addrspace(1), ptr addrspace(1) }, ptr addrspace(1) %range, i64 %i, i32 0
  %begin = load ptr addrspace(1), ptr addrspace(1) %bp, align 8
  %ep = getelementptr inbounds { ptr addrspace(1), ptr addrspace(1) }, ptr addrspace(1) %range, i64 %i, i32 1
  %end = load ptr addrspace(1), ptr addrspace(1) %ep, align 8
  br label %loop

loop:
  %at = phi ptr addrspace(1) [ %begin, %entry ], [ %next, %body ]
  %sum = phi i32 [ 0, %entry ], [ %more, %body ]
  %isInside = icmp ult ptr addrspace(1) %at, %end
  br i1 %isInside, label %body, label %done

body:
  %v = load i32, ptr addrspace(1) %at, align 4
  %more = add i32 %sum, %v
  %next = getelementptr inbounds i32, ptr addrspace(1) %at, i64 1
  br label %loop

done:
  store i32 %sum, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"range"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
