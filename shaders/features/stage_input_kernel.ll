; struct Input { uint word [[attribute(0)]]; uint place [[attribute(1)]]; };
; kernel void stage_input_kernel(Input input [[stage_in]], device uint *out [[buffer(0)]]) { out[input.place] = input.word; }

define void @stage_input_kernel(i32 %word, i32 %place, ptr addrspace(1) %out) {
  %index = zext i32 %place to i64
  %at = getelementptr inbounds i32, ptr addrspace(1) %out, i64 %index
  store i32 %word, ptr addrspace(1) %at, align 4
  ret void
}

!air.kernel = !{!0}

!0 = !{ptr @stage_input_kernel, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.stage_in", !"air.location_index", i32 0, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"word"}
!4 = !{i32 1, !"air.stage_in", !"air.location_index", i32 1, i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"place"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"uint", !"air.arg_name", !"out"}
