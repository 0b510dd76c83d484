; fragment float4 samplers_16_fragment(Varyings in [[stage_in]], texture2d<float> image [[texture(0)]], sampler s0 [[sampler(0)]] to s15 [[sampler(15)]]) {
;     return float4(sum of the first components of all, sum of those with even numbers, sum of those with numbers that three divides, 1);
; }

define <4 x float> @samplers_16_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(1) %image, ptr addrspace(2) %s0, ptr addrspace(2) %s1, ptr addrspace(2) %s2, ptr addrspace(2) %s3, ptr addrspace(2) %s4, ptr addrspace(2) %s5, ptr addrspace(2) %s6, ptr addrspace(2) %s7, ptr addrspace(2) %s8, ptr addrspace(2) %s9, ptr addrspace(2) %s10, ptr addrspace(2) %s11, ptr addrspace(2) %s12, ptr addrspace(2) %s13, ptr addrspace(2) %s14, ptr addrspace(2) %s15) {
  %p0 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s0, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v0 = extractvalue { <4 x float>, i8 } %p0, 0
  %p1 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s1, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v1 = extractvalue { <4 x float>, i8 } %p1, 0
  %p2 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s2, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v2 = extractvalue { <4 x float>, i8 } %p2, 0
  %p3 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s3, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v3 = extractvalue { <4 x float>, i8 } %p3, 0
  %p4 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s4, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v4 = extractvalue { <4 x float>, i8 } %p4, 0
  %p5 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s5, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v5 = extractvalue { <4 x float>, i8 } %p5, 0
  %p6 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s6, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v6 = extractvalue { <4 x float>, i8 } %p6, 0
  %p7 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s7, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v7 = extractvalue { <4 x float>, i8 } %p7, 0
  %p8 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s8, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v8 = extractvalue { <4 x float>, i8 } %p8, 0
  %p9 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s9, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v9 = extractvalue { <4 x float>, i8 } %p9, 0
  %p10 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s10, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v10 = extractvalue { <4 x float>, i8 } %p10, 0
  %p11 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s11, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v11 = extractvalue { <4 x float>, i8 } %p11, 0
  %p12 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s12, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v12 = extractvalue { <4 x float>, i8 } %p12, 0
  %p13 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s13, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v13 = extractvalue { <4 x float>, i8 } %p13, 0
  %p14 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s14, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v14 = extractvalue { <4 x float>, i8 } %p14, 0
  %p15 = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %image, ptr addrspace(2) %s15, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v15 = extractvalue { <4 x float>, i8 } %p15, 0
  %red.1 = fadd <4 x float> zeroinitializer, %v0
  %red.2 = fadd <4 x float> %red.1, %v1
  %red.3 = fadd <4 x float> %red.2, %v2
  %red.4 = fadd <4 x float> %red.3, %v3
  %red.5 = fadd <4 x float> %red.4, %v4
  %red.6 = fadd <4 x float> %red.5, %v5
  %red.7 = fadd <4 x float> %red.6, %v6
  %red.8 = fadd <4 x float> %red.7, %v7
  %red.9 = fadd <4 x float> %red.8, %v8
  %red.10 = fadd <4 x float> %red.9, %v9
  %red.11 = fadd <4 x float> %red.10, %v10
  %red.12 = fadd <4 x float> %red.11, %v11
  %red.13 = fadd <4 x float> %red.12, %v12
  %red.14 = fadd <4 x float> %red.13, %v13
  %red.15 = fadd <4 x float> %red.14, %v14
  %red.16 = fadd <4 x float> %red.15, %v15
  %green.1 = fadd <4 x float> zeroinitializer, %v0
  %green.2 = fadd <4 x float> %green.1, %v2
  %green.3 = fadd <4 x float> %green.2, %v4
  %green.4 = fadd <4 x float> %green.3, %v6
  %green.5 = fadd <4 x float> %green.4, %v8
  %green.6 = fadd <4 x float> %green.5, %v10
  %green.7 = fadd <4 x float> %green.6, %v12
  %green.8 = fadd <4 x float> %green.7, %v14
  %blue.1 = fadd <4 x float> zeroinitializer, %v0
  %blue.2 = fadd <4 x float> %blue.1, %v3
  %blue.3 = fadd <4 x float> %blue.2, %v6
  %blue.4 = fadd <4 x float> %blue.3, %v9
  %blue.5 = fadd <4 x float> %blue.4, %v12
  %blue.6 = fadd <4 x float> %blue.5, %v15
  %some = shufflevector <4 x float> %red.16, <4 x float> %green.8, <4 x i32> <i32 0, i32 4, i32 poison, i32 poison>
  %more = shufflevector <4 x float> %some, <4 x float> %blue.6, <4 x i32> <i32 0, i32 1, i32 4, i32 poison>
  %result = insertelement <4 x float> %more, float 1.0, i32 3
  ret <4 x float> %result
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

!air.fragment = !{!0}

!0 = !{ptr @samplers_16_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20, !21, !22}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"image"}
!7 = !{i32 3, !"air.sampler", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s0"}
!8 = !{i32 4, !"air.sampler", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s1"}
!9 = !{i32 5, !"air.sampler", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s2"}
!10 = !{i32 6, !"air.sampler", !"air.location_index", i32 3, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s3"}
!11 = !{i32 7, !"air.sampler", !"air.location_index", i32 4, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s4"}
!12 = !{i32 8, !"air.sampler", !"air.location_index", i32 5, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s5"}
!13 = !{i32 9, !"air.sampler", !"air.location_index", i32 6, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s6"}
!14 = !{i32 10, !"air.sampler", !"air.location_index", i32 7, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s7"}
!15 = !{i32 11, !"air.sampler", !"air.location_index", i32 8, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s8"}
!16 = !{i32 12, !"air.sampler", !"air.location_index", i32 9, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s9"}
!17 = !{i32 13, !"air.sampler", !"air.location_index", i32 10, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s10"}
!18 = !{i32 14, !"air.sampler", !"air.location_index", i32 11, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s11"}
!19 = !{i32 15, !"air.sampler", !"air.location_index", i32 12, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s12"}
!20 = !{i32 16, !"air.sampler", !"air.location_index", i32 13, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s13"}
!21 = !{i32 17, !"air.sampler", !"air.location_index", i32 14, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s14"}
!22 = !{i32 18, !"air.sampler", !"air.location_index", i32 15, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"s15"}
