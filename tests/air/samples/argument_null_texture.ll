; A texture gated by a function constant nobody gave: reads give 0 and it is null.
; expect 1: f32 0 0 0 0 i32 1

@pred = internal addrspace(2) constant i8 0, align 1
declare { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1), <2 x i32>, i32, i32)
declare i1 @air.is_null_texture_2d(ptr addrspace(1))

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %r = call { <4 x float>, i8 } @air.read_texture_2d.v4f32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 0, i32 1)
  %v = extractvalue { <4 x float>, i8 } %r, 0
  store <4 x float> %v, ptr addrspace(1) %out
  %n = call i1 @air.is_null_texture_2d(ptr addrspace(1) %t)
  %z = zext i1 %n to i32
  %q = getelementptr i8, ptr addrspace(1) %out, i64 16
  store i32 %z, ptr addrspace(1) %q
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.function_constant", !5, !"air.texture", !"air.location_index", i32 0, i32 1, !"air.read", !"air.arg_type_name", !"texture2d<float, read>", !"air.arg_name", !"t0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{ptr addrspace(2) @pred, !"bool", !"has"}
