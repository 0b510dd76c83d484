; struct Vertex { float3 position [[attribute(0)]]; float3 normal [[attribute(1)]]; float2 uv [[attribute(2)]]; };
; struct Part { float4x4 clip; float4 rotation[3]; float4 color; };   // of the model to clip space; columns; the light comes from the viewer
; struct Varyings { float4 position [[position]]; float2 uv; float4 color; };
; vertex Varyings lit_vertex(Vertex in [[stage_in]], constant Part &part [[buffer(1)]]) {
;     float light = 0.25 + 0.75 * max((part.rotation[0] * in.normal.x + part.rotation[1] * in.normal.y + part.rotation[2] * in.normal.z).z, 0);
;     return {part.clip * float4(in.position, 1), in.uv, part.color * float4(light, light, light, 1)};
; }

define <{ <4 x float>, <2 x float>, <4 x float> }> @lit_vertex(<3 x float> %position, <3 x float> %normal, <2 x float> %uv, ptr addrspace(2) %part) {
  %position.x = shufflevector <3 x float> %position, <3 x float> poison, <4 x i32> zeroinitializer
  %position.y = shufflevector <3 x float> %position, <3 x float> poison, <4 x i32> <i32 1, i32 1, i32 1, i32 1>
  %position.z = shufflevector <3 x float> %position, <3 x float> poison, <4 x i32> <i32 2, i32 2, i32 2, i32 2>
  %normal.x = shufflevector <3 x float> %normal, <3 x float> poison, <4 x i32> zeroinitializer
  %normal.y = shufflevector <3 x float> %normal, <3 x float> poison, <4 x i32> <i32 1, i32 1, i32 1, i32 1>
  %normal.z = shufflevector <3 x float> %normal, <3 x float> poison, <4 x i32> <i32 2, i32 2, i32 2, i32 2>
  %at.0 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 0
  %row.0 = load <4 x float>, ptr addrspace(2) %at.0, align 16
  %at.1 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 1
  %row.1 = load <4 x float>, ptr addrspace(2) %at.1, align 16
  %at.2 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 2
  %row.2 = load <4 x float>, ptr addrspace(2) %at.2, align 16
  %at.3 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 3
  %row.3 = load <4 x float>, ptr addrspace(2) %at.3, align 16
  %at.4 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 4
  %row.4 = load <4 x float>, ptr addrspace(2) %at.4, align 16
  %at.5 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 5
  %row.5 = load <4 x float>, ptr addrspace(2) %at.5, align 16
  %at.6 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 6
  %row.6 = load <4 x float>, ptr addrspace(2) %at.6, align 16
  %at.7 = getelementptr inbounds <4 x float>, ptr addrspace(2) %part, i64 7
  %row.7 = load <4 x float>, ptr addrspace(2) %at.7, align 16
  %cx = fmul fast <4 x float> %row.0, %position.x
  %cy = fmul fast <4 x float> %row.1, %position.y
  %cz = fmul fast <4 x float> %row.2, %position.z
  %cxy = fadd fast <4 x float> %cx, %cy
  %cxyz = fadd fast <4 x float> %cxy, %cz
  %clip = fadd fast <4 x float> %cxyz, %row.3
  %nx = fmul fast <4 x float> %row.4, %normal.x
  %ny = fmul fast <4 x float> %row.5, %normal.y
  %nz = fmul fast <4 x float> %row.6, %normal.z
  %nxy = fadd fast <4 x float> %nx, %ny
  %turned = fadd fast <4 x float> %nxy, %nz
  %facing = extractelement <4 x float> %turned, i32 2
  %away = fcmp fast olt float %facing, 0.0
  %bright = select i1 %away, float 0.0, float %facing
  %scaled = fmul fast float %bright, 0.75
  %light = fadd fast float %scaled, 0.25
  %light.x = insertelement <4 x float> <float poison, float poison, float poison, float 1.0>, float %light, i32 0
  %light.xy = insertelement <4 x float> %light.x, float %light, i32 1
  %light.xyz = insertelement <4 x float> %light.xy, float %light, i32 2
  %color = fmul fast <4 x float> %row.7, %light.xyz
  %out.0 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> undef, <4 x float> %clip, 0
  %out.1 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> %out.0, <2 x float> %uv, 1
  %out.2 = insertvalue <{ <4 x float>, <2 x float>, <4 x float> }> %out.1, <4 x float> %color, 2
  ret <{ <4 x float>, <2 x float>, <4 x float> }> %out.2
}

!air.vertex = !{!0}

!0 = !{ptr @lit_vertex, !1, !2}
!1 = !{!3, !4, !5}
!2 = !{!6, !7, !8, !9}
!3 = !{!"air.position", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!4 = !{!"air.vertex_output", !"generated(2uvDv2_f)", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!5 = !{!"air.vertex_output", !"generated(5colorDv4_f)", !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!6 = !{i32 0, !"air.vertex_input", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"float3", !"air.arg_name", !"position"}
!7 = !{i32 1, !"air.vertex_input", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"float3", !"air.arg_name", !"normal"}
!8 = !{i32 2, !"air.vertex_input", !"air.location_index", i32 2, i32 1, !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!9 = !{i32 3, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 128, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"Part", !"air.arg_name", !"part"}
