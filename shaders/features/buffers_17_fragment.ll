; fragment float4 buffers_17_fragment(Varyings in [[stage_in]], constant float4 &b0 [[buffer(0)]] to b16 [[buffer(16)]]) {
;     return float4(sum of the first components of all, sum of those with even numbers, sum of those with numbers that three divides, 1);
; }

define <4 x float> @buffers_17_fragment(<4 x float> %position, <4 x float> %color, ptr addrspace(2) %b0, ptr addrspace(2) %b1, ptr addrspace(2) %b2, ptr addrspace(2) %b3, ptr addrspace(2) %b4, ptr addrspace(2) %b5, ptr addrspace(2) %b6, ptr addrspace(2) %b7, ptr addrspace(2) %b8, ptr addrspace(2) %b9, ptr addrspace(2) %b10, ptr addrspace(2) %b11, ptr addrspace(2) %b12, ptr addrspace(2) %b13, ptr addrspace(2) %b14, ptr addrspace(2) %b15, ptr addrspace(2) %b16) {
  %v0 = load <4 x float>, ptr addrspace(2) %b0, align 16
  %v1 = load <4 x float>, ptr addrspace(2) %b1, align 16
  %v2 = load <4 x float>, ptr addrspace(2) %b2, align 16
  %v3 = load <4 x float>, ptr addrspace(2) %b3, align 16
  %v4 = load <4 x float>, ptr addrspace(2) %b4, align 16
  %v5 = load <4 x float>, ptr addrspace(2) %b5, align 16
  %v6 = load <4 x float>, ptr addrspace(2) %b6, align 16
  %v7 = load <4 x float>, ptr addrspace(2) %b7, align 16
  %v8 = load <4 x float>, ptr addrspace(2) %b8, align 16
  %v9 = load <4 x float>, ptr addrspace(2) %b9, align 16
  %v10 = load <4 x float>, ptr addrspace(2) %b10, align 16
  %v11 = load <4 x float>, ptr addrspace(2) %b11, align 16
  %v12 = load <4 x float>, ptr addrspace(2) %b12, align 16
  %v13 = load <4 x float>, ptr addrspace(2) %b13, align 16
  %v14 = load <4 x float>, ptr addrspace(2) %b14, align 16
  %v15 = load <4 x float>, ptr addrspace(2) %b15, align 16
  %v16 = load <4 x float>, ptr addrspace(2) %b16, align 16
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
  %red.17 = fadd <4 x float> %red.16, %v16
  %green.1 = fadd <4 x float> zeroinitializer, %v0
  %green.2 = fadd <4 x float> %green.1, %v2
  %green.3 = fadd <4 x float> %green.2, %v4
  %green.4 = fadd <4 x float> %green.3, %v6
  %green.5 = fadd <4 x float> %green.4, %v8
  %green.6 = fadd <4 x float> %green.5, %v10
  %green.7 = fadd <4 x float> %green.6, %v12
  %green.8 = fadd <4 x float> %green.7, %v14
  %green.9 = fadd <4 x float> %green.8, %v16
  %blue.1 = fadd <4 x float> zeroinitializer, %v0
  %blue.2 = fadd <4 x float> %blue.1, %v3
  %blue.3 = fadd <4 x float> %blue.2, %v6
  %blue.4 = fadd <4 x float> %blue.3, %v9
  %blue.5 = fadd <4 x float> %blue.4, %v12
  %blue.6 = fadd <4 x float> %blue.5, %v15
  %some = shufflevector <4 x float> %red.17, <4 x float> %green.9, <4 x i32> <i32 0, i32 4, i32 poison, i32 poison>
  %more = shufflevector <4 x float> %some, <4 x float> %blue.6, <4 x i32> <i32 0, i32 1, i32 4, i32 poison>
  %result = insertelement <4 x float> %more, float 1.0, i32 3
  ret <4 x float> %result
}

!air.fragment = !{!0}

!0 = !{ptr @buffers_17_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6, !7, !8, !9, !10, !11, !12, !13, !14, !15, !16, !17, !18, !19, !20, !21, !22}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(5colorDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!6 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b0"}
!7 = !{i32 3, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b1"}
!8 = !{i32 4, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b2"}
!9 = !{i32 5, !"air.buffer", !"air.location_index", i32 3, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b3"}
!10 = !{i32 6, !"air.buffer", !"air.location_index", i32 4, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b4"}
!11 = !{i32 7, !"air.buffer", !"air.location_index", i32 5, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b5"}
!12 = !{i32 8, !"air.buffer", !"air.location_index", i32 6, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b6"}
!13 = !{i32 9, !"air.buffer", !"air.location_index", i32 7, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b7"}
!14 = !{i32 10, !"air.buffer", !"air.location_index", i32 8, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b8"}
!15 = !{i32 11, !"air.buffer", !"air.location_index", i32 9, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b9"}
!16 = !{i32 12, !"air.buffer", !"air.location_index", i32 10, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b10"}
!17 = !{i32 13, !"air.buffer", !"air.location_index", i32 11, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b11"}
!18 = !{i32 14, !"air.buffer", !"air.location_index", i32 12, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b12"}
!19 = !{i32 15, !"air.buffer", !"air.location_index", i32 13, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b13"}
!20 = !{i32 16, !"air.buffer", !"air.location_index", i32 14, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b14"}
!21 = !{i32 17, !"air.buffer", !"air.location_index", i32 15, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b15"}
!22 = !{i32 18, !"air.buffer", !"air.location_index", i32 16, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"b16"}
