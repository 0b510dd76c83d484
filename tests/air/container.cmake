pvgl_test(air_container_test LABEL unit TIMEOUT 60 SOURCES container_test.cpp DEPS air_container air_container_writer OpenSSL::Crypto fmt::fmt)
