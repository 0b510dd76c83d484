; Values that come along: the constructor copies them, a gated argument is there, code asks which of them are defined.
; constant 0: f32 2.5
; constant 2: i8 1
; constant 5: f32 1 -4
; constant 9: i32 77
; buffer 0: i32 41
; expect 1: f32 10 i32 42 1 0
@_Z5scale.MTL_FC_INIT_0_f = internal unnamed_addr addrspace(2) externally_initialized constant float undef, align 4
@_Z4bias.MTL_FC_INIT_1_f = internal unnamed_addr addrspace(2) externally_initialized constant float undef, align 4
@_Z4hasB.MTL_FC_INIT_2_b = internal unnamed_addr addrspace(2) externally_initialized constant i8 undef, align 1
@_Z4pair.MTL_FC_INIT_5_Dv2_f = internal unnamed_addr addrspace(2) externally_initialized constant <2 x float> undef, align 8
@_ZL5scale = internal unnamed_addr addrspace(2) global float undef, align 4
@_ZL4bias = internal unnamed_addr addrspace(2) global float undef, align 4
@_ZL4pair = internal unnamed_addr addrspace(2) global <2 x float> undef, align 8
@__metal_implicit_fc_pred_0 = internal addrspace(2) global i1 undef, align 1
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @init, ptr null }]
declare i1 @air.is_function_constant_defined(ptr addrspace(2))
declare i8 @air.normalize_function_constant_predicate.i8(i8)

define internal void @init() section "air.static_init" {
  %s = load i32, ptr addrspace(2) @_Z5scale.MTL_FC_INIT_0_f, align 4
  store i32 %s, ptr addrspace(2) @_ZL5scale, align 4
  %b = load i32, ptr addrspace(2) @_Z4bias.MTL_FC_INIT_1_f, align 4
  store i32 %b, ptr addrspace(2) @_ZL4bias, align 4
  %p = load <2 x float>, ptr addrspace(2) @_Z4pair.MTL_FC_INIT_5_Dv2_f, align 8
  store <2 x float> %p, ptr addrspace(2) @_ZL4pair, align 8
  %h = load i8, ptr addrspace(2) @_Z4hasB.MTL_FC_INIT_2_b, align 1
  %n = call i8 @air.normalize_function_constant_predicate.i8(i8 %h)
  %t = trunc i8 %n to i1
  store i1 %t, ptr addrspace(2) @__metal_implicit_fc_pred_0, align 1
  ret void
}

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %s = load float, ptr addrspace(2) @_ZL5scale, align 4
  %p = load <2 x float>, ptr addrspace(2) @_ZL4pair, align 8
  %y = extractelement <2 x float> %p, i32 1
  %a = call float @llvm.fabs.f32(float %y)
  %m = fmul float %s, %a
  store float %m, ptr addrspace(1) %out, align 4
  %v = load i32, ptr addrspace(1) %in, align 4
  %w = add i32 %v, 1
  %o1 = getelementptr i32, ptr addrspace(1) %out, i32 1
  store i32 %w, ptr addrspace(1) %o1, align 4
  %d0 = call i1 @air.is_function_constant_defined(ptr addrspace(2) @_ZL5scale)
  %z0 = zext i1 %d0 to i32
  %o2 = getelementptr i32, ptr addrspace(1) %out, i32 2
  store i32 %z0, ptr addrspace(1) %o2, align 4
  %d1 = call i1 @air.is_function_constant_defined(ptr addrspace(2) @_Z4bias.MTL_FC_INIT_1_f)
  %z1 = zext i1 %d1 to i32
  %o3 = getelementptr i32, ptr addrspace(1) %out, i32 3
  store i32 %z1, ptr addrspace(1) %o3, align 4
  ret void
}

declare float @llvm.fabs.f32(float)

!air.kernel = !{!0}
!air.function_constants = !{!7, !8, !9, !10}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.function_constant", !6, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
!6 = !{ptr addrspace(2) @__metal_implicit_fc_pred_0, !"bool", !"hasB"}
!7 = !{ptr addrspace(2) @_Z5scale.MTL_FC_INIT_0_f, !"float", !"scale", i32 0, i1 true}
!8 = !{ptr addrspace(2) @_Z4bias.MTL_FC_INIT_1_f, !"float", !"bias", i32 1, i1 false}
!9 = !{ptr addrspace(2) @_Z4hasB.MTL_FC_INIT_2_b, !"bool", !"hasB", i32 2, i1 true}
!10 = !{ptr addrspace(2) @_Z4pair.MTL_FC_INIT_5_Dv2_f, !"float2", !"pair", i32 5, i1 true}
