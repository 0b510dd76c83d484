#include "app/pvgl/executables.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <filesystem>

namespace app {

namespace fs = std::filesystem;

const char* programName(Program program) {
    constexpr const char* kNames[kProgramCount] = {"pvgl-renderer", "pvgl-shader", "pvgl-guest"};
    return kNames[size_t(program)];
}

pvg::Result<Executables> openExecutables(std::span<const Program> needed) {
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path folders[] = {here, here.parent_path() / "libexec" / "pvgl"};
    Executables found;
    for (const Program program : needed) {
        pvg::UniqueFd& fd = found.fds[size_t(program)];
        for (const fs::path& folder : folders)
            if (!fd) fd.reset(::open((folder / programName(program)).c_str(), O_PATH | O_CLOEXEC));
        if (!fd)
            return pvg::Error{pvg::Code::NotFound, fmt::format("{} is neither in {} nor in {}; the installation is incomplete",
                                                               programName(program), folders[0].string(), folders[1].string())};
    }
    return pvg::Result<Executables>(std::move(found));
}

} // namespace app
