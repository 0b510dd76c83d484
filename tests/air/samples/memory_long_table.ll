; A constant array of more than 256 words, whose last vector is not full.
; buffer 0: i32 6 i32 258 i32 5
; threads: 3
; expect 1: f32 6.5 258.5 5.5

@table = internal addrspace(2) constant [259 x float] [float 0.5, float 1.5, float 2.5, float 3.5, float 4.5, float 5.5, float 6.5, float 7.5, float 8.5, float 9.5, float 10.5, float 11.5, float 12.5, float 13.5, float 14.5, float 15.5, float 16.5, float 17.5, float 18.5, float 19.5, float 20.5, float 21.5, float 22.5, float 23.5, float 24.5, float 25.5, float 26.5, float 27.5, float 28.5, float 29.5, float 30.5, float 31.5, float 32.5, float 33.5, float 34.5, float 35.5, float 36.5, float 37.5, float 38.5, float 39.5, float 40.5, float 41.5, float 42.5, float 43.5, float 44.5, float 45.5, float 46.5, float 47.5, float 48.5, float 49.5, float 50.5, float 51.5, float 52.5, float 53.5, float 54.5, float 55.5, float 56.5, float 57.5, float 58.5, float 59.5, float 60.5, float 61.5, float 62.5, float 63.5, float 64.5, float 65.5, float 66.5, float 67.5, float 68.5, float 69.5, float 70.5, float 71.5, float 72.5, float 73.5, float 74.5, float 75.5, float 76.5, float 77.5, float 78.5, float 79.5, float 80.5, float 81.5, float 82.5, float 83.5, float 84.5, float 85.5, float 86.5, float 87.5, float 88.5, float 89.5, float 90.5, float 91.5, float 92.5, float 93.5, float 94.5, float 95.5, float 96.5, float 97.5, float 98.5, float 99.5, float 100.5, float 101.5, float 102.5, float 103.5, float 104.5, float 105.5, float 106.5, float 107.5, float 108.5, float 109.5, float 110.5, float 111.5, float 112.5, float 113.5, float 114.5, float 115.5, float 116.5, float 117.5, float 118.5, float 119.5, float 120.5, float 121.5, float 122.5, float 123.5, float 124.5, float 125.5, float 126.5, float 127.5, float 128.5, float 129.5, float 130.5, float 131.5, float 132.5, float 133.5, float 134.5, float 135.5, float 136.5, float 137.5, float 138.5, float 139.5, float 140.5, float 141.5, float 142.5, float 143.5, float 144.5, float 145.5, float 146.5, float 147.5, float 148.5, float 149.5, float 150.5, float 151.5, float 152.5, float 153.5, float 154.5, float 155.5, float 156.5, float 157.5, float 158.5, float 159.5, float 160.5, float 161.5, float 162.5, float 163.5, float 164.5, float 165.5, float 166.5, float 167.5, float 168.5, float 169.5, float 170.5, float 171.5, float 172.5, float 173.5, float 174.5, float 175.5, float 176.5, float 177.5, float 178.5, float 179.5, float 180.5, float 181.5, float 182.5, float 183.5, float 184.5, float 185.5, float 186.5, float 187.5, float 188.5, float 189.5, float 190.5, float 191.5, float 192.5, float 193.5, float 194.5, float 195.5, float 196.5, float 197.5, float 198.5, float 199.5, float 200.5, float 201.5, float 202.5, float 203.5, float 204.5, float 205.5, float 206.5, float 207.5, float 208.5, float 209.5, float 210.5, float 211.5, float 212.5, float 213.5, float 214.5, float 215.5, float 216.5, float 217.5, float 218.5, float 219.5, float 220.5, float 221.5, float 222.5, float 223.5, float 224.5, float 225.5, float 226.5, float 227.5, float 228.5, float 229.5, float 230.5, float 231.5, float 232.5, float 233.5, float 234.5, float 235.5, float 236.5, float 237.5, float 238.5, float 239.5, float 240.5, float 241.5, float 242.5, float 243.5, float 244.5, float 245.5, float 246.5, float 247.5, float 248.5, float 249.5, float 250.5, float 251.5, float 252.5, float 253.5, float 254.5, float 255.5, float 256.5, float 257.5, float 258.5], align 4

define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {
  %w = zext i32 %tid to i64
  %from = getelementptr inbounds i32, ptr addrspace(1) %in, i64 %w
  %i = load i32, ptr addrspace(1) %from
  %x = sext i32 %i to i64
  %p = getelementptr inbounds [259 x float], ptr addrspace(2) @table, i64 0, i64 %x
  %v = load float, ptr addrspace(2) %p
  %to = getelementptr inbounds float, ptr addrspace(1) %out, i64 %w
  store float %v, ptr addrspace(1) %to
  ret void
}

!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b0"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint", !"air.arg_name", !"b1"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint", !"air.arg_name", !"thread_position_in_grid"}
