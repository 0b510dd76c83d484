#include "one_kernel.h"

#include <doctest/doctest.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

namespace {

constexpr const char* kMetadata = R"(
!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3, !4, !5}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.arg_type_name", !"uint"}
!4 = !{i32 1, !"air.buffer", !"air.location_index", i32 1, i32 1, !"air.read_write", !"air.address_space", i32 1, !"air.arg_type_name", !"uint"}
!5 = !{i32 2, !"air.thread_position_in_grid", !"air.arg_type_name", !"uint"}
)";

} // namespace

std::string bitcodeOfModule(const std::string& text) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto module = llvm::parseAssemblyString(text, problem, context);
    REQUIRE_MESSAGE(module, problem.getMessage().str());
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*module, out);
    out.flush();
    return bitcode;
}

std::string bitcodeOf(const std::string& declarations, const std::string& body) {
    return bitcodeOfModule(declarations +
                           "\ndefine void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {\nentry:\n"
                           "  %wide = zext i32 %tid to i64\n  %q = getelementptr i32, ptr addrspace(1) %out, i64 %wide\n"
                           "  %p = getelementptr i32, ptr addrspace(1) %in, i64 %wide\n" +
                           body + "  ret void\n}\n" + kMetadata);
}
