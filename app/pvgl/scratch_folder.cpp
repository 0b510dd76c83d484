#include "app/pvgl/scratch_folder.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "pvg/base/fd_socket.h"

namespace app {

pvg::Result<ScratchFolder> ScratchFolder::create() {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    int error = 0;
    for (const char* base : {runtime ? runtime : "/tmp", "/tmp"}) {
        std::string path = std::string(base) + "/pvgl-XXXXXX";
        if (::mkdtemp(path.data())) return ScratchFolder(std::move(path));
        error = errno;
    }
    return pvg::errnoError("a folder for the socket under XDG_RUNTIME_DIR or /tmp", error);
}

ScratchFolder::~ScratchFolder() {
    if (!m_path.empty()) ::rmdir(m_path.c_str());
}

} // namespace app
