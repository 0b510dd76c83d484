; struct Varyings { float4 position [[position]]; float2 uv; };
; struct Arguments { texture2d<float> image; sampler linear; constant float4* tint; };
; fragment float4 arguments_fragment(Varyings in [[stage_in]], constant Arguments& arguments [[buffer(0)]]) {
;     return arguments.image.sample(arguments.linear, in.uv) * *arguments.tint;
; }

%"struct.metal::texture2d" = type { ptr addrspace(1) }
%"struct.metal::sampler" = type { ptr addrspace(2) }
%struct.Arguments = type { %"struct.metal::texture2d", %"struct.metal::sampler", ptr addrspace(2) }

define <4 x float> @arguments_fragment(<4 x float> %position, <2 x float> %uv, ptr addrspace(2) nocapture readonly %arguments) local_unnamed_addr #0 {
  %image.handle = getelementptr inbounds %struct.Arguments, ptr addrspace(2) %arguments, i64 0, i32 0, i32 0
  %image = load ptr addrspace(1), ptr addrspace(2) %image.handle, align 8
  %linear.handle = getelementptr inbounds %struct.Arguments, ptr addrspace(2) %arguments, i64 0, i32 1, i32 0
  %linear = load ptr addrspace(2), ptr addrspace(2) %linear.handle, align 8
  %tint.pointer = getelementptr inbounds %struct.Arguments, ptr addrspace(2) %arguments, i64 0, i32 2
  %tint.address = load ptr addrspace(2), ptr addrspace(2) %tint.pointer, align 8
  %tint = load <4 x float>, ptr addrspace(2) %tint.address, align 16
  %texel.pair = tail call { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly %image, ptr addrspace(2) nocapture readonly %linear, <2 x float> %uv, i1 true, <2 x i32> zeroinitializer, i1 false, float 0.000000e+00, float 0.000000e+00, i32 0) #2
  %texel = extractvalue { <4 x float>, i8 } %texel.pair, 0
  %color = fmul fast <4 x float> %texel, %tint
  ret <4 x float> %color
}

declare { <4 x float>, i8 } @air.sample_texture_2d.v4f32(ptr addrspace(1) nocapture readonly, ptr addrspace(2) nocapture readonly, <2 x float>, i1, <2 x i32>, i1, float, float, i32) local_unnamed_addr #2

attributes #0 = { convergent mustprogress nofree nounwind willreturn memory(read) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }
attributes #2 = { convergent mustprogress nofree nounwind willreturn memory(argmem: read) }

!air.fragment = !{!0}

!0 = !{ptr @arguments_fragment, !1, !2}
!1 = !{!3}
!2 = !{!4, !5, !6}
!3 = !{!"air.render_target", i32 0, i32 0, !"air.arg_type_name", !"float4"}
!4 = !{i32 0, !"air.position", !"air.center", !"air.no_perspective", !"air.arg_type_name", !"float4", !"air.arg_name", !"position"}
!5 = !{i32 1, !"air.fragment_input", !"generated(2uvDv2_f)", !"air.center", !"air.perspective", !"air.arg_type_name", !"float2", !"air.arg_name", !"uv"}
!6 = !{i32 2, !"air.indirect_buffer", !"air.buffer_size", i32 24, !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 2, !"air.struct_type_info", !7, !"air.arg_type_size", i32 24, !"air.arg_type_align_size", i32 8, !"air.arg_type_name", !"Arguments", !"air.arg_name", !"arguments"}
!7 = !{i32 0, i32 8, i32 0, !"texture2d<float, sample>", !"image", !"air.indirect_argument", !8, i32 8, i32 8, i32 0, !"sampler", !"linear", !"air.indirect_argument", !9, i32 16, i32 8, i32 0, !"float4", !"tint", !"air.indirect_argument", !10}
!8 = !{i32 0, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.sample", !"air.arg_type_name", !"texture2d<float, sample>", !"air.arg_name", !"image"}
!9 = !{i32 1, !"air.sampler", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"sampler", !"air.arg_name", !"linear"}
!10 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read", !"air.address_space", i32 2, !"air.arg_type_size", i32 16, !"air.arg_type_align_size", i32 16, !"air.arg_type_name", !"float4", !"air.arg_name", !"tint"}
