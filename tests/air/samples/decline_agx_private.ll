; Intrinsics private to Apple's GPUs.
; decline apple-gpu-private

declare i32 @llvm.agx2.cluster.num()

define void @k(ptr addrspace(1) %out) {
  %v = call i32 @llvm.agx2.cluster.num()
  store i32 %v, ptr addrspace(1) %out
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
