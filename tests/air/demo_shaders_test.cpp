#include "shaders/demo/demo_shaders.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>

#include "shaders/air/container.h"

TEST_CASE("every demo library holds one function: its name, the stage its name says, the hash of its module") {
    CHECK(demo::libraries().size() == 18);
    CHECK(std::ranges::is_sorted(demo::libraries(), {}, &demo::Library::name));
    for (const demo::Library& library : demo::libraries()) {
        CAPTURE(std::string(library.name));
        const auto entries = air::readContainer(library.bytes);
        REQUIRE(entries);
        REQUIRE(entries->size() == 1);
        const air::FunctionEntry& entry = entries->front();
        CHECK(entry.name == library.name);
        CHECK((entry.kind == air::FunctionKind::Vertex) == library.name.ends_with("_vertex"));
        CHECK((entry.kind == air::FunctionKind::Fragment) == library.name.ends_with("_fragment"));
        CHECK((entry.kind == air::FunctionKind::Kernel) == (library.name == "add"));
        unsigned char hash[SHA256_DIGEST_LENGTH];
        SHA256(reinterpret_cast<const unsigned char*>(entry.bitcode.data()), entry.bitcode.size(), hash);
        std::string hex;
        for (const unsigned char b : hash) hex += fmt::format("{:02x}", b);
        CHECK(entry.hashHex == hex);
        CHECK(demo::demoLibrary(library.name).data() == library.bytes.data());
    }
}

TEST_CASE("an unknown demo library is empty") { CHECK(demo::demoLibrary("triangle").empty()); }
