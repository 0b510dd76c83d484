; Pointers out of memory beside as many written buffers as GL has storage blocks: what is too many joins the memory's block.
; threads: 2
; buffer 0: i64 1099532599296 1099532599304
; buffer 20: i32 5 6 70 80
; buffer 1: i32 1 3
; buffer 2: i32 2 3
; buffer 3: i32 3 3
; buffer 4: i32 4 3
; buffer 5: i32 5 3
; buffer 6: i32 6 3
; buffer 7: i32 7 3
; buffer 8: i32 8 3
; buffer 9: i32 9 3
; buffer 10: i32 10 3
; buffer 11: i32 11 3
; buffer 12: i32 12 3
; buffer 13: i32 13 3
; buffer 14: i32 14 3
; buffer 15: i32 15 3
; buffer 16: i32 16 3
; expect 1: i32 76 3
; expect 2: i32 77 3
; expect 3: i32 78 3
; expect 4: i32 79 3
; expect 5: i32 80 3
; expect 6: i32 81 3
; expect 7: i32 82 3
; expect 8: i32 83 3
; expect 9: i32 84 3
; expect 10: i32 85 3
; expect 11: i32 86 3
; expect 12: i32 87 3
; expect 13: i32 88 3
; expect 14: i32 89 3
; expect 15: i32 90 3
; expect 16: i32 91 3

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define void @k(ptr addrspace(1) %b0, ptr addrspace(1) %b1, ptr addrspace(1) %b2, ptr addrspace(1) %b3, ptr addrspace(1) %b4, ptr addrspace(1) %b5, ptr addrspace(1) %b6, ptr addrspace(1) %b7, ptr addrspace(1) %b8, ptr addrspace(1) %b9, ptr addrspace(1) %b10, ptr addrspace(1) %b11, ptr addrspace(1) %b12, ptr addrspace(1) %b13, ptr addrspace(1) %b14, ptr addrspace(1) %b15, ptr addrspace(1) %b16, i32 %tid) {
  %i = zext i32 %tid to i64
  %pp = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %b0, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8
  %v = load i32, ptr addrspace(1) %p, align 4
  %o1 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b1, i32 %v, i32 0, i32 2, i1 true)
  %o2 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b2, i32 %v, i32 0, i32 2, i1 true)
  %o3 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b3, i32 %v, i32 0, i32 2, i1 true)
  %o4 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b4, i32 %v, i32 0, i32 2, i1 true)
  %o5 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b5, i32 %v, i32 0, i32 2, i1 true)
  %o6 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b6, i32 %v, i32 0, i32 2, i1 true)
  %o7 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b7, i32 %v, i32 0, i32 2, i1 true)
  %o8 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b8, i32 %v, i32 0, i32 2, i1 true)
  %o9 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b9, i32 %v, i32 0, i32 2, i1 true)
  %o10 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b10, i32 %v, i32 0, i32 2, i1 true)
  %o11 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b11, i32 %v, i32 0, i32 2, i1 true)
  %o12 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b12, i32 %v, i32 0, i32 2, i1 true)
  %o13 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b13, i32 %v, i32 0, i32 2, i1 true)
  %o14 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b14, i32 %v, i32 0, i32 2, i1 true)
  %o15 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b15, i32 %v, i32 0, i32 2, i1 true)
  %o16 = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b16, i32 %v, i32 0, i32 2, i1 true)
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b2"}
!6 = !{i32 3, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b3"}
!7 = !{i32 4, !"air.buffer", !"air.location_index", i32 4, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b4"}
!8 = !{i32 5, !"air.buffer", !"air.location_index", i32 5, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b5"}
!9 = !{i32 6, !"air.buffer", !"air.location_index", i32 6, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b6"}
!10 = !{i32 7, !"air.buffer", !"air.location_index", i32 7, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b7"}
!11 = !{i32 8, !"air.buffer", !"air.location_index", i32 8, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b8"}
!12 = !{i32 9, !"air.buffer", !"air.location_index", i32 9, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b9"}
!13 = !{i32 10, !"air.buffer", !"air.location_index", i32 10, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b10"}
!14 = !{i32 11, !"air.buffer", !"air.location_index", i32 11, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b11"}
!15 = !{i32 12, !"air.buffer", !"air.location_index", i32 12, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b12"}
!16 = !{i32 13, !"air.buffer", !"air.location_index", i32 13, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b13"}
!17 = !{i32 14, !"air.buffer", !"air.location_index", i32 14, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b14"}
!18 = !{i32 15, !"air.buffer", !"air.location_index", i32 15, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b15"}
!19 = !{i32 16, !"air.buffer", !"air.location_index", i32 16, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"b16"}
!20 = !{i32 17, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
