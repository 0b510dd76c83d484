// Functions that other modules define.
#include <fmt/format.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "shaders/air/command_jobs.h"
#include "shaders/air/container_writer.h"
#include "stage_program.h"

using namespace airtest;

namespace {

std::string bitcodeOf(const std::string& text) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto module = llvm::parseAssemblyString(text, problem, context);
    REQUIRE_MESSAGE(module, problem.getMessage().str());
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*module, out);
    return out.str();
}

// A function of a module of its own: `uses` and `calls` name what it refers to.
std::string visibleModule(const std::string& name, const std::string& body, const std::string& calls = {}) {
    std::string text = fmt::format("@table = addrspace(2) constant i32 5\ndefine i32 @helper(i32 %x) {{\n  {}\n}}\n"
                                   "define i32 @{}(i32 %x) {{\n  %h = call i32 @helper(i32 %x)\n  ret i32 %h\n}}\n"
                                   "!llvm.module.flags = !{{!9}}\n!9 = !{{i32 1, !\"wchar_size\", i32 {}}}\n"
                                   "!air.visible = !{{!0}}\n!0 = !{{ptr @{}, !1, !1}}\n!1 = !{{}}\n",
                                   body, name, name.size(), name);
    if (calls.empty()) return text;
    return text + fmt::format("declare i32 @{0}.MTL_VISIBLE_FN_REF(i32)\n!air.visible_function_references = !{{!2}}\n"
                              "!2 = !{{!\"air.visible_function_reference\", ptr @{0}.MTL_VISIBLE_FN_REF, !\"{0}\"}}\n",
                              calls);
}

std::string callingKernel(const std::string& callee) {
    return kernelModule(fmt::format("@table = addrspace(2) constant i32 7\ndefine i32 @helper(i32 %x) {{\n  ret i32 %x\n}}\n"
                                    "declare i32 @{0}.MTL_VISIBLE_FN_REF(i32)\n"
                                    "define void @k(i32 %i, ptr addrspace(1) %out) {{\n  %h = call i32 @helper(i32 %i)\n"
                                    "  %v = call i32 @{0}.MTL_VISIBLE_FN_REF(i32 %h)\n"
                                    "  %p = getelementptr i32, ptr addrspace(1) %out, i32 %i\n  store i32 %v, ptr addrspace(1) %p\n"
                                    "  ret void\n}}\n!air.visible_function_references = !{{!90}}\n"
                                    "!90 = !{{!\"air.visible_function_reference\", ptr @{0}.MTL_VISIBLE_FN_REF, !\"{0}\"}}\n",
                                    callee),
                        {threadIndex(0), buffer(1, 0)});
}

air::Outcome translateWith(const std::string& kernel, const std::vector<std::string>& others) {
    const std::string own = bitcodeOf(kernel);
    std::vector<std::span<const std::byte>> linked;
    for (const std::string& other : others) linked.push_back(std::as_bytes(std::span(other)));
    return air::translateGiven(std::as_bytes(std::span(own)), "", {}, {.linked = linked});
}

// A file of the functions, which is gone with it.
class LibraryFile {
public:
    explicit LibraryFile(std::span<const air::PackedFunction> functions) {
        const auto packed = air::packContainer(functions);
        REQUIRE(packed);
        std::ofstream(m_path, std::ios::binary).write(reinterpret_cast<const char*>(packed->data()), std::streamsize(packed->size()));
    }
    ~LibraryFile() { std::filesystem::remove(m_path); }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path = std::filesystem::temp_directory_path() / fmt::format("pvgl_linked_{}.metallib", getpid());
};

air::PackedFunction packed(const char* name, air::FunctionKind kind, const std::string& bitcode) {
    return {.name = name, .kind = kind, .bitcode = std::as_bytes(std::span(bitcode))};
}

} // namespace

TEST_CASE("a file's function that calls others of the file by name is handed over with them") {
    const std::string kernel = bitcodeOf(callingKernel("plus"));
    const std::string plus = bitcodeOf(visibleModule("plus", "%a = add i32 %x, 5\n  ret i32 %a"));
    const std::vector functions{packed("k", air::FunctionKind::Kernel, kernel), packed("plus", air::FunctionKind::Visible, plus)};
    const LibraryFile file(functions);
    const auto jobs = air::collectJobs(std::span(&file.path(), 1), "");
    REQUIRE(jobs);
    REQUIRE(jobs->size() == 2);
    CHECK((*jobs)[1].module.size() < (*jobs)[0].module.size() / 2);
    const air::Outcome outcome = air::translate((*jobs)[0].module, (*jobs)[0].name, {});
    CHECK_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    CHECK(air::translate((*jobs)[1].module, (*jobs)[1].name, {}).verdict != air::Verdict::Ok);
}

TEST_CASE("visible functions are linked when they are given, whatever their modules call their parts") {
    const std::string kernel = callingKernel("twice");
    const std::string twice =
        bitcodeOf(visibleModule("twice", "%a = call i32 @plus.MTL_VISIBLE_FN_REF(i32 %x)\n  %b = add i32 %a, %x\n  ret i32 %b", "plus"));
    const std::string plus =
        bitcodeOf(visibleModule("plus", "%t = load i32, ptr addrspace(2) @table\n  %a = add i32 %x, %t\n  ret i32 %a"));
    CHECK(translateWith(kernel, {}).reason.starts_with("visible-function"));
    CHECK(translateWith(kernel, {twice}).reason == "visible-function: plus.MTL_VISIBLE_FN_REF");
    CHECK(translateWith(kernel, {"no container", plus}).reason.starts_with("visible-function: twice"));
    const std::string other = bitcodeOf("define float @twice(float %x) {\n  ret float %x\n}\n");
    CHECK(translateWith(kernel, {other}).reason == "visible-function: twice is called with another type than it has");
    const std::string circle = bitcodeOf(visibleModule("twice", "%a = call i32 @twice.MTL_VISIBLE_FN_REF(i32 %x)\n  ret i32 %a", "twice"));
    CHECK(translateWith(kernel, {circle}).reason.starts_with("recursion"));
    const air::Outcome outcome = translateWith(kernel, {plus, twice});
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    if (lacksGl()) return;
    Program program({{GL_COMPUTE_SHADER, linked(outcome.translation, kFourByTwo)}});
    program.bind("cs_buf0", 0, std::vector<uint8_t>(16));
    glUniform2ui(program.uniform("cs_info[0]"), 0, 16);
    const GLuint grid[9] = {4, 2, 1, 1, 1, 1, 0, 0, 0};
    glUniform3uiv(program.uniform("cs_grid"), 3, grid);
    glDispatchCompute(1, 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    std::array<uint32_t, 4> found{};
    glGetNamedBufferSubData(program.latestBuffer(), 0, 16, found.data());
    CHECK(found == std::array<uint32_t, 4>{5, 7, 9, 11}); // i + (i + 5)
}
