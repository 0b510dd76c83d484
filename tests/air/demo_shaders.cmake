if(PVGL_GL)
  pvgl_test(demo_shaders_test LABEL unit TIMEOUT 30 SOURCES demo_shaders_test.cpp DEPS demo_shaders air_container OpenSSL::Crypto fmt::fmt)
endif()
