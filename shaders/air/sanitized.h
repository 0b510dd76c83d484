// Whether this build runs under a sanitizer, which reserves terabytes of address space and opens files when it reports.
#pragma once

namespace air {

#ifdef PVGL_SANITIZED
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

} // namespace air
