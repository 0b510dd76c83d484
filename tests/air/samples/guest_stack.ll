; A stack of pointers in thread memory: a tree is walked, its root is the argument itself.
; buffer 0: i64 1099513724928 1099513724952 i32 1 0
; buffer 2: i64 0 1099514773504 i32 20 0 i64 0 0 i32 300 0
; buffer 3: i64 0 0 i32 4000 0
; expect 1: i32 4321

%Tree = type { ptr addrspace(1), ptr addrspace(1), i32 }

define void @k(ptr addrspace(1) %root, ptr addrspace(1) %out) {
entry:
  %stack = alloca [16 x ptr addrspace(1)], align 8
  store ptr addrspace(1) %root, ptr %stack, align 8
  br label %loop

loop:
  %depth = phi i32 [ 1, %entry ], [ %depth4, %join2 ]
  %sum = phi i32 [ 0, %entry ], [ %more, %join2 ]
  %isEmpty = icmp eq i32 %depth, 0
  br i1 %isEmpty, label %done, label %pop

pop:
  %top = sub i32 %depth, 1
  %top64 = zext i32 %top to i64
  %tp = getelementptr inbounds [16 x ptr addrspace(1)], ptr %stack, i64 0, i64 %top64
  %node = load ptr addrspace(1), ptr %tp, align 8
  %vp = getelementptr inbounds %Tree, ptr addrspace(1) %node, i64 0, i32 2
  %v = load i32, ptr addrspace(1) %vp, align 4
  %more = add i32 %sum, %v
  %left = load ptr addrspace(1), ptr addrspace(1) %node, align 8
  %hasLeft = icmp ne ptr addrspace(1) %left, null
  br i1 %hasLeft, label %push1, label %join1

push1:
  store ptr addrspace(1) %left, ptr %tp, align 8
  br label %join1

join1:
  %depth2 = phi i32 [ %top, %pop ], [ %depth, %push1 ]
  %rp = getelementptr inbounds %Tree, ptr addrspace(1) %node, i64 0, i32 1
  %right = load ptr addrspace(1), ptr addrspace(1) %rp, align 8
  %hasRight = icmp ne ptr addrspace(1) %right, null
  br i1 %hasRight, label %push2, label %join2

push2:
  %d64 = zext i32 %depth2 to i64
  %sp = getelementptr inbounds [16 x ptr addrspace(1)], ptr %stack, i64 0, i64 %d64
  store ptr addrspace(1) %right, ptr %sp, align 8
  %depth3 = add i32 %depth2, 1
  br label %join2

join2:
  %depth4 = phi i32 [ %depth2, %join1 ], [ %depth3, %push2 ]
  br label %loop

done:
  store i32 %sum, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Tree", !"air.arg_name", !"root"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
