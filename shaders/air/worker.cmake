pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET GLOBAL libseccomp)

# Both ends of the worker socket. No LLVM in either: the renderer links air_service, and a worker is handed its translator.
pvgl_library(air_frames SOURCES frame_socket.cpp DEPS pvg_base)
pvgl_library(air_service SOURCES worker_client.cpp worker_service.cpp result_cache.cpp DEPS pvg_base air_json air_frames)
pvgl_library(air_worker SOURCES worker.cpp worker_sandbox.cpp DEPS pvg_base air_json air_frames PRIVATE_DEPS PkgConfig::SECCOMP)
