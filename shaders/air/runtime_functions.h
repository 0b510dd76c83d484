// Functions of Metal's own runtime library. Compilers call them by name where AIR has no intrinsic, and modules reach us with and without
// their bodies: what is only declared becomes the intrinsic of its meaning.
#pragma once

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace air {

// "___metal_ilogb_float" becomes "air.ilogb.f32", "__air_impl_nextafter_v2f16" "air.nextafter.v2f16".
void nameRuntimeFunctions(llvm::Module& module);

// air.nextafter as plain IR.
void lowerNextAfter(llvm::Function& function);

} // namespace air
