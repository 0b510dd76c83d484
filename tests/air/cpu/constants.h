// Numbers that a module's code compares with: inputs that never come near them leave the code behind the comparisons untested.
#pragma once

#include <cstdint>
#include <vector>

namespace llvm {
class Module;
}

namespace aircpu {

struct Constants {
    std::vector<int64_t> integers; // each once, sign-extended; not the smallest ones, which come up by themselves
    std::vector<double> reals;
};

Constants constantsOf(const llvm::Module& module);

} // namespace aircpu
