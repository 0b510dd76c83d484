// Metal's enumerations with Metal's numbers (stream.md 2, objects.md). Values arrive verbatim in guest records; parsers check ranges
// before casting.
#pragma once

#include <cstdint>

namespace pvg::mtl {

enum class PixelFormat : uint16_t { Invalid = 0, A8Unorm = 1, R8Unorm = 10, BGRA8Unorm = 80, BGRA8Unorm_sRGB = 81 }; // any row of pixel_formats
enum class TextureType : uint8_t {
    Type1D, Type1DArray, Type2D, Type2DArray, Type2DMultisample, TypeCube, TypeCubeArray, Type3D, Type2DMultisampleArray, TypeTextureBuffer
};
enum class TextureUsage : uint8_t { ShaderRead = 1, ShaderWrite = 2, RenderTarget = 4, PixelFormatView = 0x10, ShaderAtomic = 0x20 };
enum class StorageMode : uint8_t { Shared, Managed, Private, Memoryless };
enum class Swizzle : uint8_t { Zero, One, Red, Green, Blue, Alpha };
enum class PrimitiveType : uint8_t { Point, Line, LineStrip, Triangle, TriangleStrip };
enum class IndexType : uint8_t { UInt16, UInt32 };
enum class CullMode : uint8_t { None, Front, Back };
enum class Winding : uint8_t { Clockwise, CounterClockwise };
enum class TriangleFillMode : uint8_t { Fill, Lines };
enum class DepthClipMode : uint8_t { Clip, Clamp };
enum class LoadAction : uint8_t { DontCare, Load, Clear };
enum class StoreAction : uint8_t { DontCare, Store, MultisampleResolve, StoreAndMultisampleResolve, Unknown, CustomSampleDepthStore };
enum class CompareFunction : uint8_t { Never, Less, Equal, LessEqual, Greater, NotEqual, GreaterEqual, Always };
enum class StencilOperation : uint8_t {
    Keep, Zero, Replace, IncrementClamp, DecrementClamp, Invert, IncrementWrap, DecrementWrap
};
enum class VisibilityResultMode : uint8_t { Disabled, Boolean, Counting };
enum class MinMagFilter : uint8_t { Nearest, Linear };
enum class MipFilter : uint8_t { NotMipmapped, Nearest, Linear };
enum class AddressMode : uint8_t { ClampToEdge, MirrorClampToEdge, Repeat, MirrorRepeat, ClampToZero, ClampToBorderColor };
enum class BorderColor : uint8_t { TransparentBlack, OpaqueBlack, OpaqueWhite };
enum class BlendFactor : uint8_t {
    Zero, One, SourceColor, OneMinusSourceColor, SourceAlpha, OneMinusSourceAlpha, DestinationColor, OneMinusDestinationColor,
    DestinationAlpha, OneMinusDestinationAlpha, SourceAlphaSaturated, BlendColor, OneMinusBlendColor, BlendAlpha, OneMinusBlendAlpha,
    Source1Color, OneMinusSource1Color, Source1Alpha, OneMinusSource1Alpha
};
enum class BlendOperation : uint8_t { Add, Subtract, ReverseSubtract, Min, Max };
enum class VertexFormat : uint8_t { Invalid = 0 }; // numbers of objects.md 9.2
// MTLStepFunction; MTLVertexStepFunction has the same numbers and ends with PerPatchControlPoint.
enum class StepFunction : uint8_t {
    Constant, PerVertex, PerInstance, PerPatch, PerPatchControlPoint, ThreadX, ThreadY, ThreadXIndexed, ThreadYIndexed
};
using VertexStepFunction = StepFunction;
enum class TessellationPartitionMode : uint8_t { Pow2, Integer, FractionalOdd, FractionalEven };
enum class TessellationFactorStepFunction : uint8_t { Constant, PerPatch, PerInstance, PerPatchAndPerInstance };
enum class TessellationControlPointIndexType : uint8_t { None, UInt16, UInt32 };
enum class DispatchType : uint8_t { Serial, Concurrent };

inline constexpr uint32_t kMaxBuffers = 31;
inline constexpr uint32_t kMaxTextures = 128;
inline constexpr uint32_t kMaxSamplers = 16;
inline constexpr uint32_t kMaxColorAttachments = 8;
inline constexpr uint32_t kMaxVertexAttributes = 31;
inline constexpr uint32_t kMaxViewports = 16;
inline constexpr uint32_t kMaxThreadgroupBuffers = 31;
inline constexpr uint32_t kMaxTessellationFactor = 64;
inline constexpr uint32_t kMaxPatchControlPoints = 32;

} // namespace pvg::mtl
