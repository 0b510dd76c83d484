; What the threads of a simdgroup hand each other: by number, by exclusive or, up, down, round both ways, and of one to all.
; threads: 64
; expect 1: @0 i32 193 115 100 121 181 127 151
; expect 1: @28 i32 190 112 103 124 184 130 151
; expect 1: @56 i32 187 121 106 127 187 133 151
; expect 1: @84 i32 184 118 100 130 190 136 151
; expect 1: @112 i32 181 103 103 133 193 139 151
; expect 1: @140 i32 178 100 106 136 100 142 151
; expect 1: @168 i32 175 109 109 139 103 145 151
; expect 1: @196 i32 172 106 112 142 106 148 151
; expect 1: @224 i32 169 139 115 145 109 151 151
; expect 1: @252 i32 166 136 118 148 112 154 151
; expect 1: @280 i32 163 145 121 151 115 157 151
; expect 1: @308 i32 160 142 124 154 118 160 151
; expect 1: @336 i32 157 127 127 157 121 163 151
; expect 1: @364 i32 154 124 130 160 124 166 151
; expect 1: @392 i32 151 133 133 163 127 169 151
; expect 1: @420 i32 148 130 136 166 130 172 151
; expect 1: @448 i32 145 163 139 169 133 175 151
; expect 1: @476 i32 142 160 142 172 136 178 151
; expect 1: @504 i32 139 169 145 175 139 181 151
; expect 1: @532 i32 136 166 148 178 142 184 151
; expect 1: @560 i32 133 151 151 181 145 187 151
; expect 1: @588 i32 130 148 154 184 148 190 151
; expect 1: @616 i32 127 157 157 187 151 193 151
; expect 1: @644 i32 124 154 160 190 154 100 151
; expect 1: @672 i32 121 187 163 193 157 103 151
; expect 1: @700 i32 118 184 166 175 160 106 151
; expect 1: @728 i32 115 193 169 178 163 109 151
; expect 1: @756 i32 112 190 172 181 166 112 151
; expect 1: @784 i32 109 175 175 184 169 115 151
; expect 1: @812 i32 106 172 178 187 172 118 151
; expect 1: @840 i32 103 181 181 190 175 121 151
; expect 1: @868 i32 100 178 184 193 178 124 151
; expect 1: @896 i32 289 211 196 217 277 223 247
; expect 1: @924 i32 286 208 199 220 280 226 247
; expect 1: @952 i32 283 217 202 223 283 229 247
; expect 1: @980 i32 280 214 196 226 286 232 247
; expect 1: @1008 i32 277 199 199 229 289 235 247
; expect 1: @1036 i32 274 196 202 232 196 238 247
; expect 1: @1064 i32 271 205 205 235 199 241 247
; expect 1: @1092 i32 268 202 208 238 202 244 247
; expect 1: @1120 i32 265 235 211 241 205 247 247
; expect 1: @1148 i32 262 232 214 244 208 250 247
; expect 1: @1176 i32 259 241 217 247 211 253 247
; expect 1: @1204 i32 256 238 220 250 214 256 247
; expect 1: @1232 i32 253 223 223 253 217 259 247
; expect 1: @1260 i32 250 220 226 256 220 262 247
; expect 1: @1288 i32 247 229 229 259 223 265 247
; expect 1: @1316 i32 244 226 232 262 226 268 247
; expect 1: @1344 i32 241 259 235 265 229 271 247
; expect 1: @1372 i32 238 256 238 268 232 274 247
; expect 1: @1400 i32 235 265 241 271 235 277 247
; expect 1: @1428 i32 232 262 244 274 238 280 247
; expect 1: @1456 i32 229 247 247 277 241 283 247
; expect 1: @1484 i32 226 244 250 280 244 286 247
; expect 1: @1512 i32 223 253 253 283 247 289 247
; expect 1: @1540 i32 220 250 256 286 250 196 247
; expect 1: @1568 i32 217 283 259 289 253 199 247
; expect 1: @1596 i32 214 280 262 271 256 202 247
; expect 1: @1624 i32 211 289 265 274 259 205 247
; expect 1: @1652 i32 208 286 268 277 262 208 247
; expect 1: @1680 i32 205 271 271 280 265 211 247
; expect 1: @1708 i32 202 268 274 283 268 214 247
; expect 1: @1736 i32 199 277 277 286 271 217 247
; expect 1: @1764 i32 196 274 280 289 274 220 247

declare i32 @air.simd_shuffle.u.i32(i32, i16) #0
declare i32 @air.simd_shuffle_xor.u.i32(i32, i16) #0
declare i32 @air.simd_shuffle_up.u.i32(i32, i16) #0
declare i32 @air.simd_shuffle_down.u.i32(i32, i16) #0
declare i32 @air.simd_shuffle_rotate_up.u.i32(i32, i16) #0
declare i32 @air.simd_shuffle_rotate_down.u.i32(i32, i16) #0
declare i32 @air.simd_broadcast.u.i32(i32, i16) #0

define void @k(ptr addrspace(1) %out, i32 %tid) {
  %t3 = mul i32 %tid, 3
  %v = add i32 %t3, 100
  %l = and i32 %tid, 31
  %m = sub i32 31, %l
  %s = trunc i32 %m to i16
  %r0 = call i32 @air.simd_shuffle.u.i32(i32 %v, i16 %s)
  %r1 = call i32 @air.simd_shuffle_xor.u.i32(i32 %v, i16 5)
  %r2 = call i32 @air.simd_shuffle_up.u.i32(i32 %v, i16 3)
  %r3 = call i32 @air.simd_shuffle_down.u.i32(i32 %v, i16 7)
  %r4 = call i32 @air.simd_shuffle_rotate_up.u.i32(i32 %v, i16 5)
  %r5 = call i32 @air.simd_shuffle_rotate_down.u.i32(i32 %v, i16 9)
  %r6 = call i32 @air.simd_broadcast.u.i32(i32 %v, i16 17)
  %i = zext i32 %tid to i64
  %q = getelementptr [7 x i32], ptr addrspace(1) %out, i64 %i
  %q0 = getelementptr i8, ptr addrspace(1) %q, i64 0
  store i32 %r0, ptr addrspace(1) %q0, align 4
  %q1 = getelementptr i8, ptr addrspace(1) %q, i64 4
  store i32 %r1, ptr addrspace(1) %q1, align 4
  %q2 = getelementptr i8, ptr addrspace(1) %q, i64 8
  store i32 %r2, ptr addrspace(1) %q2, align 4
  %q3 = getelementptr i8, ptr addrspace(1) %q, i64 12
  store i32 %r3, ptr addrspace(1) %q3, align 4
  %q4 = getelementptr i8, ptr addrspace(1) %q, i64 16
  store i32 %r4, ptr addrspace(1) %q4, align 4
  %q5 = getelementptr i8, ptr addrspace(1) %q, i64 20
  store i32 %r5, ptr addrspace(1) %q5, align 4
  %q6 = getelementptr i8, ptr addrspace(1) %q, i64 24
  store i32 %r6, ptr addrspace(1) %q6, align 4
  ret void
}

attributes #0 = { convergent nounwind memory(none) willreturn }

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!4 = !{i32 1, !"air.thread_index_in_threadgroup", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_index_in_threadgroup"}
