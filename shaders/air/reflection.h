// AIR to GLSL: the contract between the translator (shaders/air), its worker process and whoever links programs (renderer-gl).
// GLSL is version 450 core. One function in, one stage out; stages are linked monolithically (vertex + fragment, or kernel alone; a
// post-tessellation vertex function becomes an evaluation shader, whose vertex and control stages tessellation_link.h writes).
//
// Names. Every resource carries a stage prefix P: "vs", "fs", "cs" or, of a post-tessellation vertex function, "ts".
//   storage block   P_bufN      block `layout(std430) buffer P_bufN { uint data[]; } P_bN;`                 N = Metal buffer index
//   uniform block   P_uboN      block `layout(std140) uniform P_uboN { uvec4 data[SIZE]; } P_bN;`           small read-only references;
//                               data[0] is the first byte of the Metal buffer: no P_info here, an unaligned or short one is bound as a copy
//   arena           P_arena     where a function has more storage blocks than GL: block `P_arena` of copies of buffers, those that are only
//                               read before those that are written, of each the ones with the highest entries in P_info. Their BufferUse
//                               all name it, their bytes start at P_info's x and there are y of them. Copied in before, what is written is
//                               copied back after; bytes that two slots of a draw or dispatch reach are there once
//   buffer info     P_info      `uniform uvec2 P_info[31]`: x = byte offset of the Metal buffer inside the bound range (what GL's offset
//                               alignment cut off), y = bytes reachable from there. Loads beyond y give 0, stores vanish.
//   guest's memory  P_memory    where a function follows pointers whose origin only it knows: `uniform uvec4 P_memory`, part of P_arena. Copies
//                               of the buffers such pointers may lead to start at byte x of P_arena and are y bytes; at its word z is a table of
//                               w entries of four words, by address: a buffer's address in the guest (low word first), its bytes, and
//                               where in those y bytes its copy starts. Behind each copy are 16 bytes of zeros, to which a pointer to its end
//                               leads. What is found nowhere is at kNowhere, beyond all of them
//   addresses       P_address   `uniform uvec2 P_address[31]`: the address in the guest of the buffers in Reflection::addressed, 0 = none
//   buffer places   P_place     `uniform uvec2 P_place[31]`, where pointers are compared: x = a number of the GL buffer that is bound, 0 = none,
//                               y = byte offset of the Metal buffer in it
//   sampled texture P_tT_sS     combined sampler: Metal texture T with Metal sampler S;  P_tT_cK with constexpr sampler K;  P_tT texel fetch;
//                               P_tT_faces texel fetch of a cube through a 2D array;  P_tT_size only its size;  ..._shadow where the texture is compared
//   image           P_iT        storage image of Metal texture T;  P_iT_lL  of its level L
//   handles         _aB_oO      in place of N, S or T: what the eight bytes at offset O of Metal buffer B name (argument buffers), as in
//                               block P_buf_a0_o16 or texture P_t_a0_o24_s_a0_o32; _aB_oO_oQ: at offset Q of what those at O point to.
//                               Handle h of Reflection::handles has the index kFirstHandle + h where Metal indices stand, and the
//                               entry 31 + h of P_info, P_address and P_place, that much longer (place: x = 0 for a texture that is nil)
//   dispatch        cs_grid     `uniform uvec3 cs_grid[3]`: [0] threads per grid, [1] threadgroups per grid, [2] first threadgroup of this
//                               GL dispatch (edge groups of dispatchThreads run as extra dispatches with their own local size)
//   colour outputs  fs_colorN   `vec4` / `ivec4` / `uvec4` of attachment N;  fs_colorN_1 the second source of dual-source blending
//   framebuffer     fs_fetchN: a 2D array (multisample with AIR_FETCH_SAMPLES) that holds a copy of colour attachment N as it was before the
//   fetch           draw, in the texels of the attachment; one layer, or those of a layered pass
//   patch           ts_patch    `patch in uvec4`: patch index (patch_id), instance id, base instance, patch number in the draw
//   fetched inputs  P_aN        attribute N of a kernel's thread, a patch or a control point, read through AIR_FETCH_P_aN
//   varyings        one `vec4` / `ivec4` / `uvec4` a member, named after the semantic (mangled), matched by name between stages; inputs named
//                   b_barycentric... are written by a geometry stage (barycentric_link.h)
// No layout(binding=): the linker assigns bindings by name, so that one text serves every pipeline.
//
// Preamble. The linker inserts these #defines directly after the #version and #extension lines:
//   vertex     AIR_FLIP_Y            1: negate gl_Position.y last (LOWER_LEFT clip origin)
//              AIR_IQ_<varying>      interpolation qualifiers of the fragment stage ("flat", "noperspective", "centroid", "sample"); default none
//   tessell.   those of the vertex stage; AIR_SPACING (equal_spacing), AIR_WINDING (ccw: Metal's clockwise), AIR_PATCH_POINTS (control points a patch;
//              Reflection::patchControlPoints). Defaults in brackets
//   fragment   AIR_ZERO_<varying>    defined when the vertex stage does not write it: reads as 0
//              AIR_FETCH_SAMPLES     defined when the attachments are multisample: framebuffer fetch reads the sample it runs for
//   kernel     AIR_LOCAL_X, _Y, _Z   threads per threadgroup of this variant (smaller in the edge groups of dispatchThreads)
//              AIR_GROUP_X, _Y, _Z   threads per threadgroup the dispatch asked for: position in grid =
//                                    (gl_WorkGroupID + cs_grid[2]) * AIR_GROUP + gl_LocalInvocationID
//              AIR_TG_N              bytes of threadgroup memory argument N
//              AIR_FORMAT_<image>    format qualifier of an image the function loads from, as the bound texture has it; default
//                                    TextureUse::imageFormat
//              AIR_LOAD_<image>(texel), AIR_STORE_<image>(texel)
//                                    where the store keeps the lanes elsewhere than Metal's format has them (A8 in red); default: as it is
//   kernel and AIR_FETCH_<input>(at, point)
//   tessell.             the four components of a fetched input, vec4, ivec4 or uvec4 as its component type says. `at` is a uvec4: a kernel's
//                        thread position in the grid and 0, or ts_patch; `point` the number of the control point in its patch, else 0.
//                        stage_input.h writes such functions; the default is (0, 0, 0, 1), what a missing attribute reads as
// Source: air.md 3 to 6, intrinsics.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"

namespace air {

// Tessellation: a post-tessellation vertex function (air.md 3, "air.patch").
enum class Stage : uint8_t { Vertex, Fragment, Kernel, Tessellation };

// What the GL implementation can do; part of the cache key. Measured by the renderer; the defaults are the GL 4.5 floor of llvmpipe.
struct Capabilities {
    uint32_t maxStorageBlocks = 16;     // per stage
    uint32_t maxUniformBlocks = 14;     // per stage
    uint32_t maxUniformBlockSize = 65536;
    uint32_t maxTextureUnits = 32;      // per stage
    uint32_t maxImageUnits = 8;
    uint32_t maxSharedMemory = 32768;   // bytes
    bool int64 = true;                  // GL_ARB_gpu_shader_int64
    bool drawParameters = true;         // GL_ARB_shader_draw_parameters
    bool viewportLayerArray = true;     // GL_ARB_shader_viewport_layer_array
    bool stencilExport = true;          // GL_ARB_shader_stencil_export
    bool shaderBallot = true;           // GL_ARB_shader_ballot
    bool shadowLod = true;              // GL_EXT_texture_shadow_lod
    bool loopExitsByFlag = false;       // values that threads take along on a break are lost while others stay in the loop
    bool operator==(const Capabilities&) const = default;
};

enum class BlockKind : uint8_t { Storage, Uniform };

// Eight bytes in memory that name a resource (air.md 3, indirect): the address of a buffer's byte in the guest's task, or the object
// reference of a texture or sampler. 0 is nil, which reads as zero.
struct HandleUse {
    enum class Kind : uint8_t { Buffer, Texture, Sampler } kind = Kind::Buffer;
    uint32_t holder = 0; // what they lie in: a Metal buffer index, or kFirstHandle + an earlier handle of kind Buffer
    uint32_t offset = 0; // from the start of the Metal buffer, or from where that handle points
};

// Indices from here on are handles wherever a Metal index stands: BufferUse, TextureUse::metalIndex and samplerIndex, HandleUse::holder.
inline constexpr uint32_t kFirstHandle = 256;
inline constexpr uint32_t kMaxHandles = 256;   // a function
inline constexpr uint32_t kHandleBytes = 8;
inline constexpr uint32_t kMaxHandleOffset = 0x7ffffff8;
inline constexpr uint32_t kFirstHandleInfo = 31; // P_info, P_place: behind the Metal buffers

// An offset into the guest's memory that is outside of it, and stays outside with what is added to reach a member.
inline constexpr uint32_t kNowhere = 0x80000000;

// Of BufferUse::blockName, behind the prefix and an underscore.
inline constexpr const char* kArenaName = "arena";

struct BufferUse {
    uint32_t metalIndex = 0;
    BlockKind kind = BlockKind::Storage;
    std::string blockName; // GL block name
    bool isRead = true, isWritten = false;
    uint32_t minimumSize = 0; // bytes the function may reach; 0 = unbounded pointer
};

// A constexpr sampler's state, decoded (air.md 3, "constexpr samplers"). Numbers are MTLSampler ones (stream.md / objects.md 10).
struct ConstexprSampler {
    uint8_t minFilter = 0, magFilter = 0, mipFilter = 0; // 0 nearest 1 linear; mip 0 none 1 nearest 2 linear
    uint8_t s = 0, t = 0, r = 0;                         // MTLSamplerAddressMode
    uint8_t compare = 0;                                 // MTLCompareFunction, meaningful with usesCompare of the texture use
    bool hasCompare = false;
    uint8_t maxAnisotropy = 1;
    uint8_t border = 0;
    bool pixelCoordinates = false;
    float lodMin = 0.0F, lodMax = 1000.0F, lodBias = 0.0F;
    bool operator==(const ConstexprSampler&) const = default;
};

// MTLTextureType numbers; depth = shadow-comparable.
struct TextureUse {
    uint32_t metalIndex = 0;
    std::string uniformName;
    uint8_t textureType = 2;       // MTLTextureType the function declares
    uint8_t componentType = 0;     // 0 float, 1 int, 2 uint
    bool isDepth = false;
    bool isImage = false;          // bound as a GL image (write or read_write access)
    bool isImageRead = false;      // image with loads as well
    std::string imageFormat;       // "rgba8", "r32f", ... ; empty: writeonly without format qualifier
    uint32_t level = 0;            // of an image: the level of the texture it is bound to
    uint32_t mostLevels = 0;       // of an image whose level is computed: a texture with more levels than this cannot be bound; 0 = any can
    bool usesCompare = false;      // sampler*Shadow
    enum class Sampler : uint8_t { None, Argument, Constexpr } sampler = Sampler::None;
    uint32_t samplerIndex = 0;     // Metal sampler index, or index into constexprSamplers
};

struct VertexInput {
    uint32_t attribute = 0;    // Metal attribute index = GLSL location
    uint8_t componentType = 0; // 0 float, 1 int, 2 uint
    std::string name;
};

// An attribute that the text fetches itself (AIR_FETCH_<name>).
struct FetchedInput {
    enum class Rate : uint8_t { Thread, Patch, ControlPoint } rate = Rate::Thread;
    uint32_t attribute = 0;    // Metal attribute index
    uint8_t componentType = 0; // 0 float, 1 int, 2 uint
    std::string name;
};

enum class PatchType : uint8_t { None, Triangle, Quad };

struct Varying {
    std::string name;          // GLSL name, equal in both stages
    uint8_t componentType = 0; // 0 vec4, 1 ivec4, 2 uvec4
    std::string interpolation; // fragment stage only: "", "flat", "noperspective", "centroid", "centroid noperspective", "sample", ...
};

struct FragmentOutput {
    uint32_t attachment = 0;
    uint32_t index = 0;        // dual source
    uint8_t componentType = 0;
};

// A colour attachment that the fragment function reads (air.md 3, "fb fetch").
struct FramebufferFetch {
    uint32_t attachment = 0;
    uint8_t componentType = 0; // 0 float, 1 int, 2 uint
    std::string uniformName;
};

struct ThreadgroupArgument {
    uint32_t metalIndex = 0; // length comes from the encoder (AIR_TG_N)
};

struct Reflection {
    Stage stage{};
    std::string functionName;
    std::vector<BufferUse> buffers;
    std::vector<TextureUse> textures;
    std::vector<HandleUse> handles;
    bool usesMemory = false, writesMemory = false; // P_memory
    std::vector<uint32_t> addressed;               // buffers whose P_address the text reads; they are part of the guest's memory
    std::vector<ConstexprSampler> constexprSamplers;
    std::vector<VertexInput> vertexInputs;
    std::vector<FetchedInput> fetchedInputs; // kernel, tessellation
    PatchType patchType = PatchType::None;   // tessellation
    uint32_t patchControlPoints = 0;         // tessellation, as the function states them; 0 = the draw decides
    std::vector<Varying> outputs; // vertex, tessellation
    std::vector<Varying> inputs;  // fragment
    std::vector<FragmentOutput> colors;
    std::vector<FramebufferFetch> fetches;
    bool writesDepth = false, writesStencil = false, writesSampleMask = false, writesPointSize = false, writesLayer = false,
         writesViewport = false, usesDiscard = false, usesBufferInfo = false, usesBufferPlace = false, usesGrid = false, usesBarrier = false, earlyFragmentTests = false;
    uint32_t clipDistances = 0;
    std::vector<ThreadgroupArgument> threadgroupArguments;
    uint32_t staticThreadgroupMemory = 0;      // bytes
    uint32_t maxTotalThreadsPerThreadgroup = 0; // air.max_work_group_size; 0 = not stated
    std::vector<std::string> extensions;       // GL extensions the text requires
    std::vector<std::string> notes;            // e.g. dropped features that do not change results
};

struct Translation {
    std::string glsl;
    Reflection reflection;
};

enum class Verdict : uint8_t { Ok, Declined, Failed };

// Outcome of one function. Declined: a named limitation ("ray-tracing", "simd-in-divergent-flow", ...). Failed: input is not valid AIR.
struct Outcome {
    Verdict verdict = Verdict::Failed;
    std::string reason; // empty when Ok
    Translation translation;
};

// Translates one function. `library`: MTLB container or (wrapped) bitcode. `function`: its name, empty = the first one.
// Never throws; may crash or hang on hostile bitcode, so call it in a worker process only. No GL.
Outcome translate(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities);

// A value for a function constant (air.md 3, "Constants and specialisation"), as MTLFunctionConstantValues has it: little endian, in the
// type's own size, a bool one byte. One that nobody gives is undefined: it reads as false or 0. An index the function does not have is ignored.
struct FunctionConstant {
    uint32_t index = 0;
    std::vector<uint8_t> bytes;
    bool operator==(const FunctionConstant&) const = default;
};

// What comes along with a function. Views: they outlive the call.
struct Given {
    // Containers: functions that are called by name (air.visible_function_references) come from `library` and then from these, as a
    // pipeline's linked functions do. One that none of them has is declined as "visible-function".
    std::span<const std::span<const std::byte>> linked = {};
    std::span<const FunctionConstant> constants = {};
};
// translate() with these. Fails when a constant has fewer bytes than its type.
Outcome translateGiven(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities, const Given& given);

// JSON both ways, for the worker protocol and the disk cache. fromJson treats its input as hostile.
std::string toJson(const Outcome& outcome);
pvg::Result<Outcome> outcomeFromJson(const std::string& text);

// Raised with every change of emitted text or reflection; part of every cache key.
inline constexpr uint32_t kTranslatorVersion = 9;

} // namespace air
