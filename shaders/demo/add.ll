; kernel void add(device const float *a [[buffer(0)]], device const float *b [[buffer(1)]], device float *sum [[buffer(2)]],
;                 uint index [[thread_position_in_grid]]) {
;     sum[index] = a[index] + b[index];
; }

define void @add(ptr addrspace(1) nocapture noundef readonly "air-buffer-no-alias" %a, ptr addrspace(1) nocapture noundef readonly "air-buffer-no-alias" %b, ptr addrspace(1) nocapture noundef writeonly "air-buffer-no-alias" %sum, i32 noundef %index) local_unnamed_addr #0 {
  %wide = zext i32 %index to i64
  %a.at = getelementptr inbounds float, ptr addrspace(1) %a, i64 %wide
  %a.value = load float, ptr addrspace(1) %a.at, align 4
  %b.at = getelementptr inbounds float, ptr addrspace(1) %b, i64 %wide
  %b.value = load float, ptr addrspace(1) %b.at, align 4
  %total = fadd fast float %b.value, %a.value
  %sum.at = getelementptr inbounds float, ptr addrspace(1) %sum, i64 %wide
  store float %total, ptr addrspace(1) %sum.at, align 4
  ret void
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(argmem: readwrite) "approx-func-fp-math"="true" "frame-pointer"="all" "min-legal-vector-width"="128" "no-builtins" "no-infs-fp-math"="true" "no-nans-fp-math"="true" "no-signed-zeros-fp-math"="true" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "unsafe-fp-math"="true" }

!air.kernel = !{!0}

!0 = !{ptr @add, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5, !6}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"float", !"air.arg_name", !"a"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"float", !"air.arg_name", !"b"}
!5 = !{i32 2, !"air.buffer", !"air.location_index", i32 2, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_size", i32 4, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"float", !"air.arg_name", !"sum"}
!6 = !{i32 3, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"index"}
