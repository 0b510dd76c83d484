; A level made of another one, in layers; a level that no texture has reads as zero and keeps nothing.
; texel 1 0 0 1 2: i32 3121
; expect 0: i32 0

declare { <4 x i32>, i8 } @air.read_texture_2d_array.s.v4i32(ptr addrspace(1), <2 x i32>, i32, i32, i32)
declare void @air.write_texture_2d_array.s.v4i32(ptr addrspace(1), <2 x i32>, i32, <4 x i32>, i32, i32)

define void @k(ptr addrspace(1) %t, ptr addrspace(1) %out) {
  %r0 = call { <4 x i32>, i8 } @air.read_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> <i32 1, i32 1>, i32 1, i32 1, i32 3)
  %v0 = extractvalue { <4 x i32>, i8 } %r0, 0
  %r1 = call { <4 x i32>, i8 } @air.read_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 1, i32 2, i32 3)
  %v1 = extractvalue { <4 x i32>, i8 } %r1, 0
  %x0 = extractelement <4 x i32> %v0, i32 0
  %x1 = extractelement <4 x i32> %v1, i32 0
  %sum = add i32 %x0, %x1
  %less = sub i32 %sum, 90
  %v = insertelement <4 x i32> zeroinitializer, i32 %less, i32 0
  call void @air.write_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 1, <4 x i32> %v, i32 2, i32 3)
  call void @air.write_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 1, <4 x i32> %v, i32 70000, i32 3)
  %r2 = call { <4 x i32>, i8 } @air.read_texture_2d_array.s.v4i32(ptr addrspace(1) %t, <2 x i32> zeroinitializer, i32 1, i32 70000, i32 3)
  %v2 = extractvalue { <4 x i32>, i8 } %r2, 0
  %x2 = extractelement <4 x i32> %v2, i32 0
  store i32 %x2, ptr addrspace(1) %out, align 4
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.texture", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.arg_type_name", !"texture2d_array<int, read_write>", !"air.arg_name", !"t1"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
