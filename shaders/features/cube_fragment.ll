; struct Frame { float4 origin, u, v; };
; fragment float4 cube_fragment(Varyings in [[stage_in]], constant Frame &frame [[buffer(0)]], texturecube<float> image [[texture(0)]], sampler filter [[sampler(0)]]) {
;     return image.sample(filter, (frame.origin + frame.u * in.uv.x + frame.v * in.uv.y).xyz);
; }

define <4 x float> @cube_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(2) %frame, ptr addrspace(1) %image, ptr addrspace(2) %filter) {
  %u.at = getelementptr inbounds <4 x float>, ptr addrspace(2) %frame, i64 1
  %v.at = getelementptr inbounds <4 x float>, ptr addrspace(2) %frame, i64 2
  %origin = load <4 x float>, ptr addrspace(2) %frame, align 16
  %u = load <4 x float>, ptr addrspace(2) %u.at, align 16
  %v = load <4 x float>, ptr addrspace(2) %v.at, align 16
  %us = shufflevector <2 x float> %uv, <2 x float> poison, <4 x i32> zeroinitializer
  %vs = shufflevector <2 x float> %uv, <2 x float> poison, <4 x i32> <i32 1, i32 1, i32 1, i32 1>
  %along.u = fmul <4 x float> %u, %us
  %along.v = fmul <4 x float> %v, %vs
  %sum = fadd <4 x float> %origin, %along.u
  %wide = fadd <4 x float> %sum, %along.v
  %place = shufflevector <4 x float> %wide, <4 x float> poison, <3 x i32> <i32 0, i32 1, i32 2>
  %pair = call { <4 x float>, i8 } @air.sample_texture_cube.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %filter, <3 x float> %place, i1 false, float 0.0, float 0.0, i32 0)
  %texel = extractvalue { <4 x float>, i8 } %pair, 0
  ret <4 x float> %texel
}

declare { <4 x float>, i8 } @air.sample_texture_cube.v4f32(ptr addrspace(1), ptr addrspace(2), <3 x float>, i1, float, float, i32)

!air.fragment = !{!0}

!0 = !{ptr @cube_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 48, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Frame", !"air.arg_name", !"frame"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texturecube<float, sample>", !"air.arg_name", !"image"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"filter"}
