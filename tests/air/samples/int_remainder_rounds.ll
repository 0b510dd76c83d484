; Six rounds of a remainder of 64 bits: a widened number, smaller than 34 or not, meets a constant in a loop.
; buffer 0: @0 i32 131 176 244 -77
; expect 1: @0 i64 2 29 10 -77

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
entry:
  br label %l0
l0:
  %p0 = getelementptr i32, ptr addrspace(1) %in, i64 0
  %w0 = load i32, ptr addrspace(1) %p0
  %a0 = sext i32 %w0 to i64
  br label %h0
h0:
  %x0 = phi i64 [ %a0, %l0 ], [ %s0, %c0 ]
  %n0 = phi i32 [ 0, %l0 ], [ %m0, %c0 ]
  %d0 = and i64 %x0, 126
  %o0 = or i64 %d0, 1
  %r0 = srem i64 %x0, %o0
  %k0 = icmp slt i64 %x0, 34
  %s0 = select i1 %k0, i64 %x0, i64 %r0
  %m0 = add i32 %n0, 1
  %z0 = icmp ult i32 %m0, 6
  br i1 %z0, label %c0, label %e0
c0:
  br label %h0
e0:
  %q0 = getelementptr i64, ptr addrspace(1) %out, i64 0
  store i64 %s0, ptr addrspace(1) %q0
  br label %l1
l1:
  %p1 = getelementptr i32, ptr addrspace(1) %in, i64 1
  %w1 = load i32, ptr addrspace(1) %p1
  %a1 = sext i32 %w1 to i64
  br label %h1
h1:
  %x1 = phi i64 [ %a1, %l1 ], [ %s1, %c1 ]
  %n1 = phi i32 [ 0, %l1 ], [ %m1, %c1 ]
  %d1 = and i64 %x1, 126
  %o1 = or i64 %d1, 1
  %r1 = srem i64 %x1, %o1
  %k1 = icmp slt i64 %x1, 34
  %s1 = select i1 %k1, i64 %x1, i64 %r1
  %m1 = add i32 %n1, 1
  %z1 = icmp ult i32 %m1, 6
  br i1 %z1, label %c1, label %e1
c1:
  br label %h1
e1:
  %q1 = getelementptr i64, ptr addrspace(1) %out, i64 1
  store i64 %s1, ptr addrspace(1) %q1
  br label %l2
l2:
  %p2 = getelementptr i32, ptr addrspace(1) %in, i64 2
  %w2 = load i32, ptr addrspace(1) %p2
  %a2 = sext i32 %w2 to i64
  br label %h2
h2:
  %x2 = phi i64 [ %a2, %l2 ], [ %s2, %c2 ]
  %n2 = phi i32 [ 0, %l2 ], [ %m2, %c2 ]
  %d2 = and i64 %x2, 126
  %o2 = or i64 %d2, 1
  %r2 = srem i64 %x2, %o2
  %k2 = icmp slt i64 %x2, 34
  %s2 = select i1 %k2, i64 %x2, i64 %r2
  %m2 = add i32 %n2, 1
  %z2 = icmp ult i32 %m2, 6
  br i1 %z2, label %c2, label %e2
c2:
  br label %h2
e2:
  %q2 = getelementptr i64, ptr addrspace(1) %out, i64 2
  store i64 %s2, ptr addrspace(1) %q2
  br label %l3
l3:
  %p3 = getelementptr i32, ptr addrspace(1) %in, i64 3
  %w3 = load i32, ptr addrspace(1) %p3
  %a3 = sext i32 %w3 to i64
  br label %h3
h3:
  %x3 = phi i64 [ %a3, %l3 ], [ %s3, %c3 ]
  %n3 = phi i32 [ 0, %l3 ], [ %m3, %c3 ]
  %d3 = and i64 %x3, 126
  %o3 = or i64 %d3, 1
  %r3 = srem i64 %x3, %o3
  %k3 = icmp slt i64 %x3, 34
  %s3 = select i1 %k3, i64 %x3, i64 %r3
  %m3 = add i32 %n3, 1
  %z3 = icmp ult i32 %m3, 6
  br i1 %z3, label %c3, label %e3
c3:
  br label %h3
e3:
  %q3 = getelementptr i64, ptr addrspace(1) %out, i64 3
  store i64 %s3, ptr addrspace(1) %q3
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
