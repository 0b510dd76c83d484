; More buffers than GL has storage blocks: those that are only read and have the highest numbers share one. The last buffer is short.
; threads: 3
; buffer 1: i32 1 101 201
; buffer 2: i32 2 102 202
; buffer 3: i32 3 103 203
; buffer 4: i32 4 104 204
; buffer 5: i32 5 105 205
; buffer 6: i32 6 106 206
; buffer 7: i32 7 107 207
; buffer 8: i32 8 108 208
; buffer 9: i32 9 109 209
; buffer 10: i32 10 110 210
; buffer 11: i32 11 111 211
; buffer 12: i32 12 112 212
; buffer 13: i32 13 113 213
; buffer 14: i32 14 114 214
; buffer 15: i32 15 115 215
; buffer 16: i32 16 116 216
; buffer 17: i32 17 117 217
; buffer 18: i32 18 118 218
; buffer 19: i32 19
; expect 0: i32 2470 19209 36309

define void @k(ptr addrspace(1) %b0, ptr addrspace(1) %b1, ptr addrspace(1) %b2, ptr addrspace(1) %b3, ptr addrspace(1) %b4, ptr addrspace(1) %b5, ptr addrspace(1) %b6, ptr addrspace(1) %b7, ptr addrspace(1) %b8, ptr addrspace(1) %b9, ptr addrspace(1) %b10, ptr addrspace(1) %b11, ptr addrspace(1) %b12, ptr addrspace(1) %b13, ptr addrspace(1) %b14, ptr addrspace(1) %b15, ptr addrspace(1) %b16, ptr addrspace(1) %b17, ptr addrspace(1) %b18, ptr addrspace(1) %b19, i32 %tid) {
  %x = zext i32 %tid to i64
  %s0 = add i32 0, 0
  %p1 = getelementptr inbounds i32, ptr addrspace(1) %b1, i64 %x
  %v1 = load i32, ptr addrspace(1) %p1, align 4
  %m1 = mul i32 %v1, 1
  %s1 = add i32 %s0, %m1
  %p2 = getelementptr inbounds i32, ptr addrspace(1) %b2, i64 %x
  %v2 = load i32, ptr addrspace(1) %p2, align 4
  %m2 = mul i32 %v2, 2
  %s2 = add i32 %s1, %m2
  %p3 = getelementptr inbounds i32, ptr addrspace(1) %b3, i64 %x
  %v3 = load i32, ptr addrspace(1) %p3, align 4
  %m3 = mul i32 %v3, 3
  %s3 = add i32 %s2, %m3
  %p4 = getelementptr inbounds i32, ptr addrspace(1) %b4, i64 %x
  %v4 = load i32, ptr addrspace(1) %p4, align 4
  %m4 = mul i32 %v4, 4
  %s4 = add i32 %s3, %m4
  %p5 = getelementptr inbounds i32, ptr addrspace(1) %b5, i64 %x
  %v5 = load i32, ptr addrspace(1) %p5, align 4
  %m5 = mul i32 %v5, 5
  %s5 = add i32 %s4, %m5
  %p6 = getelementptr inbounds i32, ptr addrspace(1) %b6, i64 %x
  %v6 = load i32, ptr addrspace(1) %p6, align 4
  %m6 = mul i32 %v6, 6
  %s6 = add i32 %s5, %m6
  %p7 = getelementptr inbounds i32, ptr addrspace(1) %b7, i64 %x
  %v7 = load i32, ptr addrspace(1) %p7, align 4
  %m7 = mul i32 %v7, 7
  %s7 = add i32 %s6, %m7
  %p8 = getelementptr inbounds i32, ptr addrspace(1) %b8, i64 %x
  %v8 = load i32, ptr addrspace(1) %p8, align 4
  %m8 = mul i32 %v8, 8
  %s8 = add i32 %s7, %m8
  %p9 = getelementptr inbounds i32, ptr addrspace(1) %b9, i64 %x
  %v9 = load i32, ptr addrspace(1) %p9, align 4
  %m9 = mul i32 %v9, 9
  %s9 = add i32 %s8, %m9
  %p10 = getelementptr inbounds i32, ptr addrspace(1) %b10, i64 %x
  %v10 = load i32, ptr addrspace(1) %p10, align 4
  %m10 = mul i32 %v10, 10
  %s10 = add i32 %s9, %m10
  %p11 = getelementptr inbounds i32, ptr addrspace(1) %b11, i64 %x
  %v11 = load i32, ptr addrspace(1) %p11, align 4
  %m11 = mul i32 %v11, 11
  %s11 = add i32 %s10, %m11
  %p12 = getelementptr inbounds i32, ptr addrspace(1) %b12, i64 %x
  %v12 = load i32, ptr addrspace(1) %p12, align 4
  %m12 = mul i32 %v12, 12
  %s12 = add i32 %s11, %m12
  %p13 = getelementptr inbounds i32, ptr addrspace(1) %b13, i64 %x
  %v13 = load i32, ptr addrspace(1) %p13, align 4
  %m13 = mul i32 %v13, 13
  %s13 = add i32 %s12, %m13
  %p14 = getelementptr inbounds i32, ptr addrspace(1) %b14, i64 %x
  %v14 = load i32, ptr addrspace(1) %p14, align 4
  %m14 = mul i32 %v14, 14
  %s14 = add i32 %s13, %m14
  %p15 = getelementptr inbounds i32, ptr addrspace(1) %b15, i64 %x
  %v15 = load i32, ptr addrspace(1) %p15, align 4
  %m15 = mul i32 %v15, 15
  %s15 = add i32 %s14, %m15
  %p16 = getelementptr inbounds i32, ptr addrspace(1) %b16, i64 %x
  %v16 = load i32, ptr addrspace(1) %p16, align 4
  %m16 = mul i32 %v16, 16
  %s16 = add i32 %s15, %m16
  %p17 = getelementptr inbounds i32, ptr addrspace(1) %b17, i64 %x
  %v17 = load i32, ptr addrspace(1) %p17, align 4
  %m17 = mul i32 %v17, 17
  %s17 = add i32 %s16, %m17
  %p18 = getelementptr inbounds i32, ptr addrspace(1) %b18, i64 %x
  %v18 = load i32, ptr addrspace(1) %p18, align 4
  %m18 = mul i32 %v18, 18
  %s18 = add i32 %s17, %m18
  %p19 = getelementptr inbounds i32, ptr addrspace(1) %b19, i64 %x
  %v19 = load i32, ptr addrspace(1) %p19, align 4
  %m19 = mul i32 %v19, 19
  %s19 = add i32 %s18, %m19
  %o = getelementptr inbounds i32, ptr addrspace(1) %b0, i64 %x
  store i32 %s19, ptr addrspace(1) %o, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20, !21, !22, !23}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b2"}
!6 = !{i32 3, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b3"}
!7 = !{i32 4, !"air.buffer", !"air.location_index", i32 4, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b4"}
!8 = !{i32 5, !"air.buffer", !"air.location_index", i32 5, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b5"}
!9 = !{i32 6, !"air.buffer", !"air.location_index", i32 6, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b6"}
!10 = !{i32 7, !"air.buffer", !"air.location_index", i32 7, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b7"}
!11 = !{i32 8, !"air.buffer", !"air.location_index", i32 8, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b8"}
!12 = !{i32 9, !"air.buffer", !"air.location_index", i32 9, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b9"}
!13 = !{i32 10, !"air.buffer", !"air.location_index", i32 10, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b10"}
!14 = !{i32 11, !"air.buffer", !"air.location_index", i32 11, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b11"}
!15 = !{i32 12, !"air.buffer", !"air.location_index", i32 12, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b12"}
!16 = !{i32 13, !"air.buffer", !"air.location_index", i32 13, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b13"}
!17 = !{i32 14, !"air.buffer", !"air.location_index", i32 14, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b14"}
!18 = !{i32 15, !"air.buffer", !"air.location_index", i32 15, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b15"}
!19 = !{i32 16, !"air.buffer", !"air.location_index", i32 16, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b16"}
!20 = !{i32 17, !"air.buffer", !"air.location_index", i32 17, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b17"}
!21 = !{i32 18, !"air.buffer", !"air.location_index", i32 18, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b18"}
!22 = !{i32 19, !"air.buffer", !"air.location_index", i32 19, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"b19"}
!23 = !{i32 20, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
