; A fragment function: level of detail by derivatives, the sampler written in the code, and a colour behind a pointer to constant memory.
; buffer a3_o8: f32 1 2 3 4
; pixel 1 2: f32 20022 3 5 4

%"struct.metal::texture2d" = type { ptr addrspace(1) }
%Args = type { %"struct.metal::texture2d", ptr addrspace(2) }
@__air_sampler_state = internal addrspace(2) constant i64 -9223372036854251447, align 8

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1), ptr addrspace(2), <2 x float>, i1, <2 x i32>, i1, float, float, i32)

define <4 x float> @k(<4 x float> %uv, ptr addrspace(2) %args) {
  %tp = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 1, i32 0, i32 0
  %t = load ptr addrspace(1), ptr addrspace(2) %tp, align 8
  %p = getelementptr inbounds %Args, ptr addrspace(2) %args, i64 0, i32 1
  %c = load ptr addrspace(2), ptr addrspace(2) %p, align 8
  %color = load <4 x float>, ptr addrspace(2) %c, align 16
  %xy = shufflevector <4 x float> %uv, <4 x float> poison, <2 x i32> <i32 0, i32 1>
  %r = call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) %t, ptr addrspace(2) @__air_sampler_state, <2 x float> %xy, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.0, float 0.0, i32 0)
  %v = extractvalue { <4 x float>, i8 } %r, 0
  %sum = fadd <4 x float> %v, %color
  ret <4 x float> %sum
}

!air.fragment = !{!0}
!air.sampler_states = !{!9}
!0 = !{ptr @k, !1, !2}
!1 = !{!8}
!8 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4", !"air.arg_name", !"color"}
!9 = !{!"air.sampler_state", ptr addrspace(2) @__air_sampler_state}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.fragment_input", !"generated(2uvDv4_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"uv"}
!4 = !{i32 1, !"air.indirect_buffer", !"air.location_index", i32 3, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !20, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Args", !"air.arg_name", !"args"}
!20 = !{i32 0, i32 8, i32 0, !"texture2d<float, sample>", !"t", !"air.indirect_argument", !21, i32 8, i32 8, i32 0, !"float4", !"c", !"air.indirect_argument", !22}
!21 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"t"}
!22 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"float4", !"air.arg_name", !"p"}
