add_executable(misbehaving_worker misbehaving_worker.cpp forbidden_calls.cpp)
target_link_libraries(misbehaving_worker PRIVATE pvgl_flags air_worker air_json)

pvgl_test(air_worker_test LABEL unit TIMEOUT 60 SOURCES worker_test.cpp forbidden_calls.cpp DEPS air_service air_worker)
target_compile_definitions(air_worker_test PRIVATE MISBEHAVING_WORKER="$<TARGET_FILE:misbehaving_worker>")
add_dependencies(air_worker_test misbehaving_worker)

pvgl_test(air_cache_test LABEL unit TIMEOUT 60 SOURCES disk_cache_test.cpp service_test.cpp DEPS air_service air_container_writer)
target_compile_definitions(air_cache_test PRIVATE MISBEHAVING_WORKER="$<TARGET_FILE:misbehaving_worker>")
add_dependencies(air_cache_test misbehaving_worker)

pvgl_test(air_json_test LABEL unit TIMEOUT 30 SOURCES json_test.cpp DEPS air_json)
