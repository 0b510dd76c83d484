; Stores of words, bytes and vectors and atomics through pointers of a table; what goes nowhere changes nothing.
; threads: 4
; buffer 0: i64 1099513724932 1099514773504 0 77
; buffer 2: i32 1 2 3 4 5 6 7
; buffer 3: i32 100 200 300 400 500 600
; expect 2: i32 1 3 3 i8 4 0 9 0 f32 1 2 3
; expect 3: i32 101 200 i8 44 1 9 0 f32 1 2 3

declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)

define void @k(ptr addrspace(1) %table, i32 %tid) {
  %i = zext i32 %tid to i64
  %pp = getelementptr inbounds ptr addrspace(1), ptr addrspace(1) %table, i64 %i
  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8
  %o = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %p, i32 1, i32 0, i32 2, i1 true)
  %bp = getelementptr inbounds i8, ptr addrspace(1) %p, i64 10
  store i8 9, ptr addrspace(1) %bp, align 1
  %vp = getelementptr inbounds i8, ptr addrspace(1) %p, i64 12
  store <3 x float> <float 1.0, float 2.0, float 3.0>, ptr addrspace(1) %vp, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"uint", !"air.arg_name", !"table"}
!4 = !{i32 1, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"tid"}
