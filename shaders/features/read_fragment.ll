; fragment float4 read_fragment(Varyings in [[stage_in]], constant int2 &offset [[buffer(0)]], texture2d<float, access::read> image [[texture(0)]]) {
;     return image.read(uint2(int2(in.position.xy) + offset));
; }

define <4 x float> @read_fragment(<4 x float> %position, ptr addrspace(2) %offset.at, ptr addrspace(1) %image) {
  %offset = load <2 x i32>, ptr addrspace(2) %offset.at, align 8
  %xy = shufflevector <4 x float> %position, <4 x float> poison, <2 x i32> <i32 0, i32 1>
  %pixel = fptosi <2 x float> %xy to <2 x i32>
  %at = add <2 x i32> %pixel, %offset
  %pair = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %image, <2 x i32> %at, i32 0, i32 1)
  %texel = extractvalue { <4 x float>, i8 } %pair, 0
  ret <4 x float> %texel
}

declare { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, i32, i32)

!air.fragment = !{!0}

!0 = !{ptr @read_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 8, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"int2", !"air.arg_name", !"offset.at"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"image"}
