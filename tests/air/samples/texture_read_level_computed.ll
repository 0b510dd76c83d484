; Levels that are computed, read and written in a loop: each level takes a texel of the one before.
; texel 1 0 0 0 1: i32 11
; texel 1 0 0 0 2: i32 11

declare { <4 x i32>, i8 } @air.read_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, i32, i32)
declare void @air.write_texture_2d.u.v4i32(ptr addrspace(1), <2 x i32>, <4 x i32>, i32, i32)
declare i32 @air.get_num_mip_levels_texture_2d(ptr addrspace(1))
declare void @air.fence_texture_2d(ptr addrspace(1))

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %levels = call i32 @air.get_num_mip_levels_texture_2d(ptr addrspace(1) %t)
  br label %loop
loop:
  %level = phi i32 [ 1, %0 ], [ %next, %loop ]
  %place = phi <2 x i32> [ <i32 1, i32 1>, %0 ], [ zeroinitializer, %loop ]
  %above = sub i32 %level, 1
  %r = call { <4 x i32>, i8 } @air.read_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> %place, i32 %above, i32 3)
  %v = extractvalue { <4 x i32>, i8 } %r, 0
  call void @air.write_texture_2d.u.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, <4 x i32> %v, i32 %level, i32 3)
  call void @air.fence_texture_2d(ptr addrspace(1) %t)
  %next = add i32 %level, 1
  %more = icmp ult i32 %next, %levels
  br i1 %more, label %loop, label %done
done:
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d<uint, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
