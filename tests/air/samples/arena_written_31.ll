; All of Metal's buffers are written, some by atomics and by bytes.
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
; buffer 17: i32 1700 1701 1702 9
; expect 17: i32 1718 1719 1720 9
; buffer 18: i32 1800 1801 1802 9
; expect 18: i32 1819 1820 1821 9
; buffer 19: i32 1900 1901 1902 9
; expect 19: i32 1920 1921 1922 9
; buffer 20: i32 2000 2001 2002 9
; expect 20: i32 2021 2022 2023 9
; buffer 21: i32 2100 2101 2102 9
; expect 21: i32 2122 2123 2124 9
; buffer 22: i32 2200 2201 2202 9
; expect 22: i32 2223 2224 2225 9
; buffer 23: i32 2300 2301 2302 9
; expect 23: i32 2324 2325 2326 9
; buffer 24: i32 2400 2401 2402 9
; expect 24: i32 2425 2426 2427 9
; buffer 25: i32 2500 2501 2502 9
; expect 25: i32 2526 2527 2528 9
; buffer 26: i32 2600 2601 2602 9
; expect 26: i32 2627 2628 2629 9
; buffer 27: i32 2700 2701 2702 9
; expect 27: i32 2728 2729 2730 9
; buffer 28: i32 7 50
; expect 28: i32 10 50
; buffer 29: i8 1 2 3 4 5 6
; expect 29: i8 1 0 1 2 5 6
; buffer 30: f32 1
; expect 30: f32 2.5

define void @k(ptr addrspace(1) %b0, ptr addrspace(1) %b1, ptr addrspace(1) %b2, ptr addrspace(1) %b3, ptr addrspace(1) %b4, ptr addrspace(1) %b5, ptr addrspace(1) %b6, ptr addrspace(1) %b7, ptr addrspace(1) %b8, ptr addrspace(1) %b9, ptr addrspace(1) %b10, ptr addrspace(1) %b11, ptr addrspace(1) %b12, ptr addrspace(1) %b13, ptr addrspace(1) %b14, ptr addrspace(1) %b15, ptr addrspace(1) %b16, ptr addrspace(1) %b17, ptr addrspace(1) %b18, ptr addrspace(1) %b19, ptr addrspace(1) %b20, ptr addrspace(1) %b21, ptr addrspace(1) %b22, ptr addrspace(1) %b23, ptr addrspace(1) %b24, ptr addrspace(1) %b25, ptr addrspace(1) %b26, ptr addrspace(1) %b27, ptr addrspace(1) %b28, ptr addrspace(1) %b29, ptr addrspace(1) %b30, i32 %tid) {
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
  %p17 = getelementptr inbounds i32, ptr addrspace(1) %b17, i64 %x
  %o17 = load i32, ptr addrspace(1) %p17, align 4
  %n17 = add i32 %o17, 18
  store i32 %n17, ptr addrspace(1) %p17, align 4
  %p18 = getelementptr inbounds i32, ptr addrspace(1) %b18, i64 %x
  %o18 = load i32, ptr addrspace(1) %p18, align 4
  %n18 = add i32 %o18, 19
  store i32 %n18, ptr addrspace(1) %p18, align 4
  %p19 = getelementptr inbounds i32, ptr addrspace(1) %b19, i64 %x
  %o19 = load i32, ptr addrspace(1) %p19, align 4
  %n19 = add i32 %o19, 20
  store i32 %n19, ptr addrspace(1) %p19, align 4
  %p20 = getelementptr inbounds i32, ptr addrspace(1) %b20, i64 %x
  %o20 = load i32, ptr addrspace(1) %p20, align 4
  %n20 = add i32 %o20, 21
  store i32 %n20, ptr addrspace(1) %p20, align 4
  %p21 = getelementptr inbounds i32, ptr addrspace(1) %b21, i64 %x
  %o21 = load i32, ptr addrspace(1) %p21, align 4
  %n21 = add i32 %o21, 22
  store i32 %n21, ptr addrspace(1) %p21, align 4
  %p22 = getelementptr inbounds i32, ptr addrspace(1) %b22, i64 %x
  %o22 = load i32, ptr addrspace(1) %p22, align 4
  %n22 = add i32 %o22, 23
  store i32 %n22, ptr addrspace(1) %p22, align 4
  %p23 = getelementptr inbounds i32, ptr addrspace(1) %b23, i64 %x
  %o23 = load i32, ptr addrspace(1) %p23, align 4
  %n23 = add i32 %o23, 24
  store i32 %n23, ptr addrspace(1) %p23, align 4
  %p24 = getelementptr inbounds i32, ptr addrspace(1) %b24, i64 %x
  %o24 = load i32, ptr addrspace(1) %p24, align 4
  %n24 = add i32 %o24, 25
  store i32 %n24, ptr addrspace(1) %p24, align 4
  %p25 = getelementptr inbounds i32, ptr addrspace(1) %b25, i64 %x
  %o25 = load i32, ptr addrspace(1) %p25, align 4
  %n25 = add i32 %o25, 26
  store i32 %n25, ptr addrspace(1) %p25, align 4
  %p26 = getelementptr inbounds i32, ptr addrspace(1) %b26, i64 %x
  %o26 = load i32, ptr addrspace(1) %p26, align 4
  %n26 = add i32 %o26, 27
  store i32 %n26, ptr addrspace(1) %p26, align 4
  %p27 = getelementptr inbounds i32, ptr addrspace(1) %b27, i64 %x
  %o27 = load i32, ptr addrspace(1) %p27, align 4
  %n27 = add i32 %o27, 28
  store i32 %n27, ptr addrspace(1) %p27, align 4
  %o28 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b28, i32 1, i32 0, i32 2, i1 true)
  %q29 = getelementptr inbounds i8, ptr addrspace(1) %b29, i64 1
  %p29 = getelementptr inbounds i8, ptr addrspace(1) %q29, i64 %x
  %n29 = trunc i32 %tid to i8
  store i8 %n29, ptr addrspace(1) %p29, align 1
  %o30 = call float @air.atomic.global.add.f32(ptr addrspace(1) %b30, float 5.000000e-01, i32 0, i32 2, i1 true)
  ret void
}

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)
declare float @air.atomic.global.add.f32(ptr addrspace(1), float, i32, i32, i1)

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20, !21, !22, !23, !24, !25, !26, !27, !28, !29, !30, !31, !32, !33, !34}
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
!20 = !{i32 17, !"air.buffer", !"air.location_index", i32 17, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b17"}
!21 = !{i32 18, !"air.buffer", !"air.location_index", i32 18, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b18"}
!22 = !{i32 19, !"air.buffer", !"air.location_index", i32 19, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b19"}
!23 = !{i32 20, !"air.buffer", !"air.location_index", i32 20, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b20"}
!24 = !{i32 21, !"air.buffer", !"air.location_index", i32 21, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b21"}
!25 = !{i32 22, !"air.buffer", !"air.location_index", i32 22, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b22"}
!26 = !{i32 23, !"air.buffer", !"air.location_index", i32 23, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b23"}
!27 = !{i32 24, !"air.buffer", !"air.location_index", i32 24, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b24"}
!28 = !{i32 25, !"air.buffer", !"air.location_index", i32 25, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b25"}
!29 = !{i32 26, !"air.buffer", !"air.location_index", i32 26, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b26"}
!30 = !{i32 27, !"air.buffer", !"air.location_index", i32 27, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b27"}
!31 = !{i32 28, !"air.buffer", !"air.location_index", i32 28, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b28"}
!32 = !{i32 29, !"air.buffer", !"air.location_index", i32 29, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b29"}
!33 = !{i32 30, !"air.buffer", !"air.location_index", i32 30, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b30"}
!34 = !{i32 31, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
