; Inverse functions in units of pi.
; tolerance: 5e-4
; buffer 0: f32 0.5 -0.25 0.9 2.0
; expect 1: f32 0.16666666666666669 0.5804306232551663 0.35241638234956674 -0.9137549389069208

declare float @air.fast_asinpi.f32(float)
declare float @air.acospi.f32(float)
declare float @air.atanpi.f32(float)
declare float @air.atan2pi.f32(float, float)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out) {
  %v = load <4 x float>, ptr addrspace(1) %in, align 16
  %a = extractelement <4 x float> %v, i32 0
  %b = extractelement <4 x float> %v, i32 1
  %c = extractelement <4 x float> %v, i32 2
  %d = extractelement <4 x float> %v, i32 3
  %r0 = call float @air.fast_asinpi.f32(float %a)
  %r1 = call float @air.acospi.f32(float %b)
  %r2 = call float @air.atanpi.f32(float %d)
  %n = fneg float %c
  %r3 = call float @air.atan2pi.f32(float %b, float %n)
  %o0 = insertelement <4 x float> undef, float %r0, i32 0
  %o1 = insertelement <4 x float> %o0, float %r1, i32 1
  %o2 = insertelement <4 x float> %o1, float %r2, i32 2
  %o3 = insertelement <4 x float> %o2, float %r3, i32 3
  store <4 x float> %o3, ptr addrspace(1) %out, align 16
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
