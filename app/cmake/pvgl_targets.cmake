# Compiler flags and the helpers every folder uses.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(spdlog REQUIRED)
find_package(fmt REQUIRED)

add_library(pvgl_flags INTERFACE)
target_include_directories(pvgl_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(pvgl_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror -fvisibility=hidden)
target_compile_definitions(pvgl_flags INTERFACE _FILE_OFFSET_BITS=64)
target_link_libraries(pvgl_flags INTERFACE Threads::Threads)
if(PVGL_SANITIZE)
  # Without the checks for null: such an access ends the run anyway, and they are a sixth of the compile time.
  set(PVGL_SANITIZERS -fsanitize=address,undefined -fno-sanitize=null -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
elseif(PVGL_TSAN)
  set(PVGL_SANITIZERS -fsanitize=thread -fno-omit-frame-pointer)
endif()
if(PVGL_COVERAGE)
  # Tests too: an inline function of a header lives in whichever object the linker takes it from. Only functions of pvg/ count, and only
  # they are slowed down.
  file(REAL_PATH ${PROJECT_SOURCE_DIR}/pvg covered)
  string(REGEX REPLACE "[^A-Za-z0-9_/-]" "." covered ${covered})
  list(APPEND PVGL_SANITIZERS -O0 -g1 --coverage -fprofile-update=atomic -fprofile-filter-files=${covered}/.*)
endif()
if(PVGL_FUZZ)
  list(APPEND PVGL_SANITIZERS -fsanitize=fuzzer-no-link)
endif()
if(PVGL_SANITIZE OR PVGL_TSAN)
  # For what cannot be as it is elsewhere: limits of memory, filters of system calls.
  target_compile_definitions(pvgl_flags INTERFACE PVGL_SANITIZED=1)
endif()
target_compile_options(pvgl_flags INTERFACE ${PVGL_SANITIZERS})
target_link_options(pvgl_flags INTERFACE ${PVGL_SANITIZERS})

# A sanitized tree is built quickly rather than fast: only what the tests and fuzz targets spend their time in is optimised.
function(pvgl_skip_optimisation name)
  if(PVGL_SANITIZE)
    target_compile_options(${name} PRIVATE -O0)
  endif()
endfunction()

# pvgl_library(name SOURCES ... [DEPS ...] [PRIVATE_DEPS ...]): a static library of one folder.
function(pvgl_library name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPS;PRIVATE_DEPS" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  target_link_libraries(${name} PUBLIC pvgl_flags ${A_DEPS} PRIVATE ${A_PRIVATE_DEPS})
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE folder)
  if(folder MATCHES "^(app|tests|pvg/guest|pvg/protocol)(/|$)")
    pvgl_skip_optimisation(${name})
  endif()
endfunction()

# pvgl_executable(name SOURCES ... [DEPS ...]): lands in bin/.
function(pvgl_executable name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_link_libraries(${name} PRIVATE pvgl_flags ${A_DEPS})
  pvgl_skip_optimisation(${name})
endfunction()

# pvgl_test(name LABEL unit TIMEOUT 60 SOURCES ... DEPS ...): one doctest program, one ctest entry.
function(pvgl_test name)
  cmake_parse_arguments(A "" "LABEL;TIMEOUT" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${A_SOURCES} $<TARGET_OBJECTS:doctest_main>)
  target_link_libraries(${name} PRIVATE pvgl_flags doctest::doctest ${A_DEPS})
  pvgl_skip_optimisation(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(PVGL_COVERAGE)
    math(EXPR A_TIMEOUT "10 * ${A_TIMEOUT}") # nothing is optimised, every line counts itself
  elseif(PVGL_SANITIZE)
    math(EXPR A_TIMEOUT "4 * ${A_TIMEOUT}")
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${A_LABEL}" TIMEOUT "${A_TIMEOUT}")
endfunction()

# pvgl_fuzz(name SOURCES ... DEPS ... CORPUS dir [DICT file] [TABLES ...] [MUTATOR ...] [MAX_LEN n]): under clang with PVGL_FUZZ a libFuzzer
# program, part of `fuzz_all`, with a dictionary of DICT and the named tables of fuzz_dictionary and with a mutator of its own, which
# fuzz/<name>.args tells tests/fuzz/run.sh how to start; otherwise a program that only replays inputs. Both are ctest entries over the corpus.
function(pvgl_fuzz name)
  cmake_parse_arguments(A "" "CORPUS;DICT;MAX_LEN" "SOURCES;DEPS;TABLES;MUTATOR" ${ARGN})
  if(PVGL_FUZZ)
    add_executable(${name} ${A_SOURCES} ${A_MUTATOR})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    if(NOT A_MAX_LEN)
      set(A_MAX_LEN 4096)
    endif()
    set(dict ${CMAKE_BINARY_DIR}/fuzz/${name}.dict)
    string(JOIN " " tables ${A_TABLES})
    add_custom_command(OUTPUT ${dict}
      COMMAND sh -c "{ cat /dev/null ${A_DICT}; $<TARGET_FILE:fuzz_dictionary> ${tables}; } > ${dict}"
      DEPENDS fuzz_dictionary ${A_DICT} VERBATIM)
    add_custom_target(${name}_dict ALL DEPENDS ${dict})
    add_dependencies(fuzz_all ${name} ${name}_dict)
    file(WRITE ${CMAKE_BINARY_DIR}/fuzz/${name}.args "-max_len=${A_MAX_LEN}\n-dict=${dict}\n${A_CORPUS}\n")
    add_test(NAME ${name} COMMAND ${name} -runs=0 ${A_CORPUS})
  else()
    add_executable(${name} ${A_SOURCES} ${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cpp)
    add_test(NAME ${name} COMMAND ${name} ${A_CORPUS})
  endif()
  set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 120)
  target_link_libraries(${name} PRIVATE pvgl_flags ${A_DEPS})
endfunction()
