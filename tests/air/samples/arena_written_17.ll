; One written buffer more than GL has storage blocks: the two last share the arena.
; threads: 3
; buffer 0: i32 0 1 2 9
; expect 0: i32 1 2 3 9
; buffer 1: i32 100 101 102 9
; expect 1: i32 102 103 104 9
; buffer 2: i32 200 201 202 9
; expect 2: i32 203 204 205 9
; buffer 3: i32 300 301 302 9
; expect 3: i32 304 305 306 9
; buffer 4: i32 400 401 402 9
; expect 4: i32 405 406 407 9
; buffer 5: i32 500 501 502 9
; expect 5: i32 506 507 508 9
; buffer 6: i32 600 601 602 9
; expect 6: i32 607 608 609 9
; buffer 7: i32 700 701 702 9
; expect 7: i32 708 709 710 9
; buffer 8: i32 800 801 802 9
; expect 8: i32 809 810 811 9
; buffer 9: i32 900 901 902 9
; expect 9: i32 910 911 912 9
; buffer 10: i32 1000 1001 1002 9
; expect 10: i32 1011 1012 1013 9
; buffer 11: i32 1100 1101 1102 9
; expect 11: i32 1112 1113 1114 9
; buffer 12: i32 1200 1201 1202 9
; expect 12: i32 1213 1214 1215 9
; buffer 13: i32 1300 1301 1302 9
; expect 13: i32 1314 1315 1316 9
; buffer 14: i32 1400 1401 1402 9
; expect 14: i32 1415 1416 1417 9
; buffer 15: i32 1500 1501 1502 9
; expect 15: i32 1516 1517 1518 9
; buffer 16: i32 1600 1601 1602 9
; expect 16: i32 1617 1618 1619 9

define void @k(ptr addrspace(1) %b0, ptr addrspace(1) %b1, ptr addrspace(1) %b2, ptr addrspace(1) %b3, ptr addrspace(1) %b4, ptr addrspace(1) %b5, ptr addrspace(1) %b6, ptr addrspace(1) %b7, ptr addrspace(1) %b8, ptr addrspace(1) %b9, ptr addrspace(1) %b10, ptr addrspace(1) %b11, ptr addrspace(1) %b12, ptr addrspace(1) %b13, ptr addrspace(1) %b14, ptr addrspace(1) %b15, ptr addrspace(1) %b16, i32 %tid) {
  %x = zext i32 %tid to i64
  %p0 = getelementptr inbounds i32, ptr addrspace(1) %b0, i64 %x
  %o0 = load i32, ptr addrspace(1) %p0, align 4
  %n0 = add i32 %o0, 1
  store i32 %n0, ptr addrspace(1) %p0, align 4
  %p1 = getelementptr inbounds i32, ptr addrspace(1) %b1, i64 %x
  %o1 = load i32, ptr addrspace(1) %p1, align 4
  %n1 = add i32 %o1, 2
  store i32 %n1, ptr addrspace(1) %p1, align 4
  %p2 = getelementptr inbounds i32, ptr addrspace(1) %b2, i64 %x
  %o2 = load i32, ptr addrspace(1) %p2, align 4
  %n2 = add i32 %o2, 3
  store i32 %n2, ptr addrspace(1) %p2, align 4
  %p3 = getelementptr inbounds i32, ptr addrspace(1) %b3, i64 %x
  %o3 = load i32, ptr addrspace(1) %p3, align 4
  %n3 = add i32 %o3, 4
  store i32 %n3, ptr addrspace(1) %p3, align 4
  %p4 = getelementptr inbounds i32, ptr addrspace(1) %b4, i64 %x
  %o4 = load i32, ptr addrspace(1) %p4, align 4
  %n4 = add i32 %o4, 5
  store i32 %n4, ptr addrspace(1) %p4, align 4
  %p5 = getelementptr inbounds i32, ptr addrspace(1) %b5, i64 %x
  %o5 = load i32, ptr addrspace(1) %p5, align 4
  %n5 = add i32 %o5, 6
  store i32 %n5, ptr addrspace(1) %p5, align 4
  %p6 = getelementptr inbounds i32, ptr addrspace(1) %b6, i64 %x
  %o6 = load i32, ptr addrspace(1) %p6, align 4
  %n6 = add i32 %o6, 7
  store i32 %n6, ptr addrspace(1) %p6, align 4
  %p7 = getelementptr inbounds i32, ptr addrspace(1) %b7, i64 %x
  %o7 = load i32, ptr addrspace(1) %p7, align 4
  %n7 = add i32 %o7, 8
  store i32 %n7, ptr addrspace(1) %p7, align 4
  %p8 = getelementptr inbounds i32, ptr addrspace(1) %b8, i64 %x
  %o8 = load i32, ptr addrspace(1) %p8, align 4
  %n8 = add i32 %o8, 9
  store i32 %n8, ptr addrspace(1) %p8, align 4
  %p9 = getelementptr inbounds i32, ptr addrspace(1) %b9, i64 %x
  %o9 = load i32, ptr addrspace(1) %p9, align 4
  %n9 = add i32 %o9, 10
  store i32 %n9, ptr addrspace(1) %p9, align 4
  %p10 = getelementptr inbounds i32, ptr addrspace(1) %b10, i64 %x
  %o10 = load i32, ptr addrspace(1) %p10, align 4
  %n10 = add i32 %o10, 11
  store i32 %n10, ptr addrspace(1) %p10, align 4
  %p11 = getelementptr inbounds i32, ptr addrspace(1) %b11, i64 %x
  %o11 = load i32, ptr addrspace(1) %p11, align 4
  %n11 = add i32 %o11, 12
  store i32 %n11, ptr addrspace(1) %p11, align 4
  %p12 = getelementptr inbounds i32, ptr addrspace(1) %b12, i64 %x
  %o12 = load i32, ptr addrspace(1) %p12, align 4
  %n12 = add i32 %o12, 13
  store i32 %n12, ptr addrspace(1) %p12, align 4
  %p13 = getelementptr inbounds i32, ptr addrspace(1) %b13, i64 %x
  %o13 = load i32, ptr addrspace(1) %p13, align 4
  %n13 = add i32 %o13, 14
  store i32 %n13, ptr addrspace(1) %p13, align 4
  %p14 = getelementptr inbounds i32, ptr addrspace(1) %b14, i64 %x
  %o14 = load i32, ptr addrspace(1) %p14, align 4
  %n14 = add i32 %o14, 15
  store i32 %n14, ptr addrspace(1) %p14, align 4
  %p15 = getelementptr inbounds i32, ptr addrspace(1) %b15, i64 %x
  %o15 = load i32, ptr addrspace(1) %p15, align 4
  %n15 = add i32 %o15, 16
  store i32 %n15, ptr addrspace(1) %p15, align 4
  %p16 = getelementptr inbounds i32, ptr addrspace(1) %b16, i64 %x
  %o16 = load i32, ptr addrspace(1) %p16, align 4
  %n16 = add i32 %o16, 17
  store i32 %n16, ptr addrspace(1) %p16, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b2"}
!6 = !{i32 3, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b3"}
!7 = !{i32 4, !"air.buffer", !"air.location_index", i32 4, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b4"}
!8 = !{i32 5, !"air.buffer", !"air.location_index", i32 5, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b5"}
!9 = !{i32 6, !"air.buffer", !"air.location_index", i32 6, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b6"}
!10 = !{i32 7, !"air.buffer", !"air.location_index", i32 7, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b7"}
!11 = !{i32 8, !"air.buffer", !"air.location_index", i32 8, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b8"}
!12 = !{i32 9, !"air.buffer", !"air.location_index", i32 9, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b9"}
!13 = !{i32 10, !"air.buffer", !"air.location_index", i32 10, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b10"}
!14 = !{i32 11, !"air.buffer", !"air.location_index", i32 11, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b11"}
!15 = !{i32 12, !"air.buffer", !"air.location_index", i32 12, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b12"}
!16 = !{i32 13, !"air.buffer", !"air.location_index", i32 13, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b13"}
!17 = !{i32 14, !"air.buffer", !"air.location_index", i32 14, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b14"}
!18 = !{i32 15, !"air.buffer", !"air.location_index", i32 15, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b15"}
!19 = !{i32 16, !"air.buffer", !"air.location_index", i32 16, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b16"}
!20 = !{i32 17, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
