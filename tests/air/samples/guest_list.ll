; A pointer that leads to the next pointer, as often as the data say: the sum of a list whose nodes lie in two buffers.
; buffer 0: i64 1099513724944 i32 5 0 i64 1099511627808 i32 7 0 i64 0 i32 100 0
; buffer 2: i64 0 i32 0 0 i64 1099511627792 i32 30 0
; expect 1: i32 142

%Node = type { ptr addrspace(1), i32 }

define void @k(ptr addrspace(1) %first, ptr addrspace(1) %out) {
entry:
  br label %loop

loop:
  %node = phi ptr addrspace(1) [ %first, %entry ], [ %next, %body ]
  %sum = phi i32 [ 0, %entry ], [ %more, %body ]
  %isEnd = icmp eq ptr addrspace(1) %node, null
  br i1 %isEnd, label %end, label %body

body:
  %vp = getelementptr inbounds %Node, ptr addrspace(1) %node, i64 0, i32 1
  %v = load i32, ptr addrspace(1) %vp, align 8
  %more = add i32 %sum, %v
  %next = load ptr addrspace(1), ptr addrspace(1) %node, align 8
  br label %loop

end:
  store i32 %sum, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Node", !"air.arg_name", !"first"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
