; fragment float4 textures_16_fragment(Varyings in [[stage_in]], texture2d<float, access::read> t0 [[texture(0)]] to t15 [[texture(15)]]) {
;     return float4(sum of the first components of all, sum of those with even numbers, sum of those with numbers that three divides, 1);
; }

define <4 x float> @textures_16_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(1) %t0, ptr addrspace(1) %t1, ptr addrspace(1) %t2, ptr addrspace(1) %t3, ptr addrspace(1) %t4, ptr addrspace(1) %t5, ptr addrspace(1) %t6, ptr addrspace(1) %t7, ptr addrspace(1) %t8, ptr addrspace(1) %t9, ptr addrspace(1) %t10, ptr addrspace(1) %t11, ptr addrspace(1) %t12, ptr addrspace(1) %t13, ptr addrspace(1) %t14, ptr addrspace(1) %t15) {
  %p0 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t0, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v0 = extractvalue { <4 x float>, i8 } %p0, 0
  %p1 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t1, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v1 = extractvalue { <4 x float>, i8 } %p1, 0
  %p2 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t2, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v2 = extractvalue { <4 x float>, i8 } %p2, 0
  %p3 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t3, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v3 = extractvalue { <4 x float>, i8 } %p3, 0
  %p4 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t4, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v4 = extractvalue { <4 x float>, i8 } %p4, 0
  %p5 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t5, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v5 = extractvalue { <4 x float>, i8 } %p5, 0
  %p6 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t6, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v6 = extractvalue { <4 x float>, i8 } %p6, 0
  %p7 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t7, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v7 = extractvalue { <4 x float>, i8 } %p7, 0
  %p8 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t8, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v8 = extractvalue { <4 x float>, i8 } %p8, 0
  %p9 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t9, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v9 = extractvalue { <4 x float>, i8 } %p9, 0
  %p10 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t10, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v10 = extractvalue { <4 x float>, i8 } %p10, 0
  %p11 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t11, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v11 = extractvalue { <4 x float>, i8 } %p11, 0
  %p12 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t12, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v12 = extractvalue { <4 x float>, i8 } %p12, 0
  %p13 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t13, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v13 = extractvalue { <4 x float>, i8 } %p13, 0
  %p14 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t14, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v14 = extractvalue { <4 x float>, i8 } %p14, 0
  %p15 = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t15, <2 x i32> zeroinitializer, i32 0, i32 1)
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

declare { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, i32, i32)

!air.fragment = !{!0}

!0 = !{ptr @textures_16_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20, !21}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t0"}
!7 = !{i32 3, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t1"}
!8 = !{i32 4, !"air.texture", !"air.location_index", i32 2, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t2"}
!9 = !{i32 5, !"air.texture", !"air.location_index", i32 3, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t3"}
!10 = !{i32 6, !"air.texture", !"air.location_index", i32 4, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t4"}
!11 = !{i32 7, !"air.texture", !"air.location_index", i32 5, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t5"}
!12 = !{i32 8, !"air.texture", !"air.location_index", i32 6, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t6"}
!13 = !{i32 9, !"air.texture", !"air.location_index", i32 7, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t7"}
!14 = !{i32 10, !"air.texture", !"air.location_index", i32 8, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t8"}
!15 = !{i32 11, !"air.texture", !"air.location_index", i32 9, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t9"}
!16 = !{i32 12, !"air.texture", !"air.location_index", i32 10, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t10"}
!17 = !{i32 13, !"air.texture", !"air.location_index", i32 11, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t11"}
!18 = !{i32 14, !"air.texture", !"air.location_index", i32 12, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t12"}
!19 = !{i32 15, !"air.texture", !"air.location_index", i32 13, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t13"}
!20 = !{i32 16, !"air.texture", !"air.location_index", i32 14, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t14"}
!21 = !{i32 17, !"air.texture", !"air.location_index", i32 15, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t15"}
