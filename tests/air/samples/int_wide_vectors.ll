; Vectors of 64 bits: signed division and remainder lane by lane (by 0: 0), and their low words; booleans compared by size.
; buffer 0: i64 -9 1099511627776 2 -3 5 0
; expect 1: i64 -4 -366503875925 -4 0 @32 i32 -9 0 @40 i32 1 0 1 1

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %a = load <2 x i64>, ptr addrspace(1) %in, align 16
  %p1 = getelementptr i8, ptr addrspace(1) %in, i64 16
  %b = load <2 x i64>, ptr addrspace(1) %p1, align 16
  %p2 = getelementptr i8, ptr addrspace(1) %in, i64 32
  %c = load <2 x i64>, ptr addrspace(1) %p2, align 16
  %d = sdiv <2 x i64> %a, %b
  store <2 x i64> %d, ptr addrspace(1) %out, align 16
  %r = srem <2 x i64> %a, %c
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store <2 x i64> %r, ptr addrspace(1) %q1, align 16
  %t = trunc <2 x i64> %a to <2 x i32>
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 32
  store <2 x i32> %t, ptr addrspace(1) %q2, align 8
  %yes = icmp eq i32 %tid, 0
  %no = icmp ne i32 %tid, 0
  %l0 = icmp ugt i1 %yes, %no
  %l1 = icmp sgt i1 %yes, %no
  %l2 = icmp sle i1 %yes, %no
  %l3 = icmp ule i1 %no, %yes
  %z0 = zext i1 %l0 to i32
  %z1 = zext i1 %l1 to i32
  %z2 = zext i1 %l2 to i32
  %z3 = zext i1 %l3 to i32
  %v0 = insertelement <4 x i32> undef, i32 %z0, i32 0
  %v1 = insertelement <4 x i32> %v0, i32 %z1, i32 1
  %v2 = insertelement <4 x i32> %v1, i32 %z2, i32 2
  %v3 = insertelement <4 x i32> %v2, i32 %z3, i32 3
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 40
  store <4 x i32> %v3, ptr addrspace(1) %q3, align 8
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
