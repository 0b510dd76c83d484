; A pointer that leads to the next pointer, as often as the data say.
; decline pointer-select

%Node = type { ptr addrspace(1), i32 }

define void @k(ptr addrspace(1) %first, ptr addrspace(1) %out) {
entry:
  br label %loop

loop:
  %node = phi ptr addrspace(1) [ %first, %entry ], [ %next, %loop ]
  %vp = getelementptr inbounds %Node, ptr addrspace(1) %node, i64 0, i32 1
  %v = load i32, ptr addrspace(1) %vp, align 8
  %next = load ptr addrspace(1), ptr addrspace(1) %node, align 8
  %go = icmp ne i32 %v, 0
  br i1 %go, label %loop, label %end

end:
  store i32 %v, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.indirect_buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Node", !"air.arg_name", !"first"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
