# translator_stamp.h: a hash of the translator's sources, so that a build never takes another build's text from the disk cache.
# As a script (cmake -DOUT=... -P): writes the header; included: makes the rule.
if(CMAKE_SCRIPT_MODE_FILE)
  cmake_minimum_required(VERSION 3.25)
  file(GLOB sources ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h ${CMAKE_CURRENT_LIST_DIR}/*.inc)
  list(SORT sources)
  set(hashes "")
  foreach(source ${sources})
    file(SHA256 ${source} hash)
    string(APPEND hashes ${hash})
  endforeach()
  string(SHA256 stamp "${hashes}")
  file(CONFIGURE OUTPUT ${OUT} CONTENT "#pragma once\n\nnamespace air {\ninline constexpr const char* kTranslatorStamp = \"@stamp@\";\n}\n" @ONLY)
else()
  set(PVGL_TRANSLATOR_STAMP ${PROJECT_BINARY_DIR}/generated/shaders/air/translator_stamp.h)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h ${CMAKE_CURRENT_LIST_DIR}/*.inc)
  add_custom_command(OUTPUT ${PVGL_TRANSLATOR_STAMP}
    COMMAND ${CMAKE_COMMAND} -DOUT=${PVGL_TRANSLATOR_STAMP} -P ${CMAKE_CURRENT_LIST_DIR}/translator_stamp.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${PVGL_TRANSLATOR_STAMP}
    DEPENDS ${sources} VERBATIM)
endif()
