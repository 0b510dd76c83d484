; kernel void number_kernel(device uint *out [[buffer(0)]], constant uint &width [[buffer(1)]], uint2 grid [[thread_position_in_grid]],
;                           uint2 size [[threads_per_grid]]) {
;     out[grid.y * width + grid.x] = 0xff000000 | grid.y << 16 | grid.x << 8 | size.x;   // BGRA texels when it is copied to a picture
; }

define void @number_kernel(ptr addrspace(1) %out, ptr addrspace(2) %width.at, <2 x i32> %grid, <2 x i32> %size) {
  %width = load i32, ptr addrspace(2) %width.at, align 4
  %x = extractelement <2 x i32> %grid, i32 0
  %y = extractelement <2 x i32> %grid, i32 1
  %total = extractelement <2 x i32> %size, i32 0
  %row = mul i32 %y, %width
  %place = add i32 %row, %x
  %wide = zext i32 %place to i64
  %at = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %wide
  %red = shl i32 %y, 16
  %green = shl i32 %x, 8
  %some = or i32 %red, %green
  %more = or i32 %some, %total
  %texel = or i32 %more, -16777216
  store i32 %texel, ptr addrspace(1) %at, align 4
  ret void
}

!air.kernel = !{!0}

!0 = !{ptr @number_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"width.at"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint2", !"air.arg_name", !"grid"}
!6 = !{i32 3, !"air.threads_per_grid", !"air.arg_type_name", !"uint2", !"air.arg_name", !"size"}
