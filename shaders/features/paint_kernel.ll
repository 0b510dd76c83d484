; kernel void paint_kernel(texture2d<float, access::write> image [[texture(0)]], constant float4 &color [[buffer(0)]],
;                          uint2 grid [[thread_position_in_grid]]) {
;     image.write(color, grid);
; }

define void @paint_kernel(ptr addrspace(1) %image, ptr addrspace(2) %color.at, <2 x i32> %grid) {
  %color = load <4 x float>, ptr addrspace(2) %color.at, align 16
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %image, <2 x i32> %grid, <4 x float> %color, i32 0, i32 2)
  ret void
}

declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)

!air.kernel = !{!0}

!0 = !{ptr @paint_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<float, write>", !"air.arg_name", !"image"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"color.at"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint2", !"air.arg_name", !"grid"}
