#include "pvg/base/build_id.h"

namespace pvg {
std::string_view buildId() { return PVGL_BUILD_ID; }
} // namespace pvg
