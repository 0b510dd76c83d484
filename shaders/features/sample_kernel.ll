; kernel void sample_kernel(texture2d<float, access::write> image [[texture(0)]], texture2d<float> source [[texture(1)]],
;                           sampler filter [[sampler(0)]], uint2 grid [[thread_position_in_grid]]) {
;     image.write(source.sample(filter, (float2(grid) + 0.5) / 32, level(0)), grid);
; }

define void @sample_kernel(ptr addrspace(1) %image, ptr addrspace(1) %source, ptr addrspace(2) %filter, <2 x i32> %grid) {
  %place = uitofp <2 x i32> %grid to <2 x float>
  %centre = fadd <2 x float> %place, <float 0.5, float 0.5>
  %uv = fmul <2 x float> %centre, <float 0.03125, float 0.03125>
  %pair = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %source, ptr addrspace(2) %filter, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 true, float 0.0, float 0.0, i32 0)
  %color = extractvalue { <4 x float>, i8 } %pair, 0
  call void @air.write_texture_2d.v4f32(ptr addrspace(1) %image, <2 x i32> %grid, <4 x float> %color, i32 0, i32 2)
  ret void
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)
declare void @air.write_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, <4 x float>, i32, i32)

!air.kernel = !{!0}

!0 = !{ptr @sample_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.write", !"air.arg_type_name", !"texture2d<float, write>", !"air.arg_name", !"image"}
!4 = !{i32 1, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"source"}
!5 = !{i32 2, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"filter"}
!6 = !{i32 3, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint2", !"air.arg_name", !"grid"}
