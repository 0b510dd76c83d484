pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET GLOBAL libseccomp)
pkg_check_modules(AIR_XXHASH REQUIRED IMPORTED_TARGET GLOBAL libxxhash)

# Both ends of the worker socket. No LLVM in either: the renderer links air_service, and a worker is handed its translator.
pvgl_library(air_frames SOURCES frame_socket.cpp DEPS pvg_base)
pvgl_library(air_cache SOURCES cache_entry.cpp disk_cache.cpp ${PVGL_TRANSLATOR_STAMP} DEPS pvg_base air_json
  PRIVATE_DEPS PkgConfig::AIR_XXHASH OpenSSL::Crypto fmt::fmt)
pvgl_library(air_service SOURCES worker_client.cpp worker_service.cpp result_cache.cpp pending_jobs.cpp DEPS pvg_base air_json air_frames air_cache
  PRIVATE_DEPS air_container)
pvgl_library(air_worker SOURCES worker.cpp worker_sandbox.cpp DEPS pvg_base air_json air_frames PRIVATE_DEPS PkgConfig::SECCOMP)
pvgl_library(air_worker_process SOURCES worker_process.cpp DEPS air_service)
