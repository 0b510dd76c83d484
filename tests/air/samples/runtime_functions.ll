; Functions of Metal's runtime library that are only declared: what they are called says what they do.
; buffer 0: f32 10 -0.375
; expect 1: i32 3 f32 0.625 0.625 i32 4 f32 80

declare i32 @___metal_ilogb_float(float, i32)
declare <2 x float> @___metal_fract_v2float(<2 x float>, i32)
declare float @___metal_frexp_float_pthreadint32(float, ptr)
declare float @___metal_ldexp_float_int32(float, i32)

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out) {
  %v = load <2 x float>, ptr addrspace(1) %in, align 8
  %x = extractelement <2 x float> %v, i32 0
  %l = call i32 @___metal_ilogb_float(float %x, i32 0)
  store i32 %l, ptr addrspace(1) %out
  %f = call <2 x float> @___metal_fract_v2float(<2 x float> %v, i32 0)
  %f1 = extractelement <2 x float> %f, i32 1
  %q1 = getelementptr i8, ptr addrspace(1) %out, i64 4
  store float %f1, ptr addrspace(1) %q1
  %e = alloca i32, align 4
  %m = call float @___metal_frexp_float_pthreadint32(float %x, ptr %e)
  %q2 = getelementptr i8, ptr addrspace(1) %out, i64 8
  store float %m, ptr addrspace(1) %q2
  %n = load i32, ptr %e
  %q3 = getelementptr i8, ptr addrspace(1) %out, i64 12
  store i32 %n, ptr addrspace(1) %q3
  %d = call float @___metal_ldexp_float_int32(float %x, i32 %l)
  %q4 = getelementptr i8, ptr addrspace(1) %out, i64 16
  store float %d, ptr addrspace(1) %q4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
