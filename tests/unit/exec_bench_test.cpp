#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "pvg/exec/bench_decode.h"

TEST_CASE("the decode benchmark runs its stream without a decline and writes its figures") {
    const std::string path = std::string("bench_decode_test.json");
    CHECK(pvg::benchDecode({.jsonPath = path, .records = 500, .rounds = 2}) == 0);
    std::string text;
    std::getline(std::ifstream(path), text);
    CHECK(text.find("\"ns_per_record\"") != std::string::npos);
    CHECK(text.find("\"ratio\"") != std::string::npos);
    std::remove(path.c_str());
    CHECK(pvg::benchDecode({.jsonPath = "/nonexistent/x.json", .records = 10, .rounds = 1}) == 1);
}
