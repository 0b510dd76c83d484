// The one list of fields of each struct that has a JSON form; `Archive` is a reader or a writer (json.cpp). `T` is the struct, const for a
// writer.
#pragma once

#include <type_traits>

#include "shaders/air/json.h"

namespace air {

// Highest values of numbers that linkers count up to or index with.
inline constexpr uint8_t kLastComponentType = 2; // reflection.h: 0 float, 1 int, 2 uint
inline constexpr uint32_t kMaxClipDistances = 8; // stage_io.cpp declines more

template <class T, class Struct>
concept Is = std::is_same_v<std::remove_const_t<T>, Struct>;

template <class Archive, Is<Capabilities> T>
void visitFields(Archive& a, T& v) {
    a("maxStorageBlocks", v.maxStorageBlocks);
    a("maxUniformBlocks", v.maxUniformBlocks);
    a("maxUniformBlockSize", v.maxUniformBlockSize);
    a("maxTextureUnits", v.maxTextureUnits);
    a("maxImageUnits", v.maxImageUnits);
    a("maxSharedMemory", v.maxSharedMemory);
    a("int64", v.int64);
    a("drawParameters", v.drawParameters);
    a("viewportLayerArray", v.viewportLayerArray);
    a("stencilExport", v.stencilExport);
    a("shaderBallot", v.shaderBallot);
    a("shadowLod", v.shadowLod);
    a("loopExitsByFlag", v.loopExitsByFlag);
}

template <class Archive, Is<FunctionConstant> T>
void visitFields(Archive& a, T& v) {
    a("index", v.index);
    a("bytes", v.bytes);
}

template <class Archive, Is<JobHeader> T>
void visitFields(Archive& a, T& v) {
    a("function", v.function);
    a("capabilities", v.capabilities);
    a("constants", v.constants);
}

template <class Archive, Is<BufferUse> T>
void visitFields(Archive& a, T& v) {
    a("metalIndex", v.metalIndex);
    a("kind", v.kind, BlockKind::Uniform);
    a("blockName", v.blockName);
    a("isRead", v.isRead);
    a("isWritten", v.isWritten);
    a("minimumSize", v.minimumSize);
}

template <class Archive, Is<HandleUse> T>
void visitFields(Archive& a, T& v) {
    a("kind", v.kind, HandleUse::Kind::Sampler);
    a("holder", v.holder);
    a("offset", v.offset);
}

template <class Archive, Is<ConstexprSampler> T>
void visitFields(Archive& a, T& v) {
    a("minFilter", v.minFilter);
    a("magFilter", v.magFilter);
    a("mipFilter", v.mipFilter);
    a("s", v.s);
    a("t", v.t);
    a("r", v.r);
    a("compare", v.compare);
    a("hasCompare", v.hasCompare);
    a("maxAnisotropy", v.maxAnisotropy);
    a("border", v.border);
    a("pixelCoordinates", v.pixelCoordinates);
    a("lodMin", v.lodMin);
    a("lodMax", v.lodMax);
    a("lodBias", v.lodBias);
}

template <class Archive, Is<TextureUse> T>
void visitFields(Archive& a, T& v) {
    a("metalIndex", v.metalIndex);
    a("uniformName", v.uniformName);
    a("textureType", v.textureType);
    a("componentType", v.componentType, kLastComponentType);
    a("isDepth", v.isDepth);
    a("isImage", v.isImage);
    a("isImageRead", v.isImageRead);
    a("imageFormat", v.imageFormat);
    a("level", v.level);
    a("mostLevels", v.mostLevels);
    a("usesCompare", v.usesCompare);
    a("sampler", v.sampler, TextureUse::Sampler::Constexpr);
    a("samplerIndex", v.samplerIndex);
}

template <class Archive, Is<VertexInput> T>
void visitFields(Archive& a, T& v) {
    a("attribute", v.attribute);
    a("componentType", v.componentType, kLastComponentType);
    a("name", v.name);
}

template <class Archive, Is<FetchedInput> T>
void visitFields(Archive& a, T& v) {
    a("rate", v.rate, FetchedInput::Rate::ControlPoint);
    a("attribute", v.attribute);
    a("componentType", v.componentType, kLastComponentType);
    a("name", v.name);
}

template <class Archive, Is<Varying> T>
void visitFields(Archive& a, T& v) {
    a("name", v.name);
    a("componentType", v.componentType, kLastComponentType);
    a("interpolation", v.interpolation);
}

template <class Archive, Is<FragmentOutput> T>
void visitFields(Archive& a, T& v) {
    a("attachment", v.attachment);
    a("index", v.index);
    a("componentType", v.componentType, kLastComponentType);
}

template <class Archive, Is<FramebufferFetch> T>
void visitFields(Archive& a, T& v) {
    a("attachment", v.attachment);
    a("componentType", v.componentType, kLastComponentType);
    a("uniformName", v.uniformName);
}

template <class Archive, Is<ThreadgroupArgument> T>
void visitFields(Archive& a, T& v) {
    a("metalIndex", v.metalIndex);
}

template <class Archive, Is<Reflection> T>
void visitFields(Archive& a, T& v) {
    a("stage", v.stage, Stage::Tessellation);
    a("functionName", v.functionName);
    a("buffers", v.buffers);
    a("textures", v.textures);
    a("handles", v.handles);
    a("usesMemory", v.usesMemory);
    a("writesMemory", v.writesMemory);
    a("addressed", v.addressed);
    a("constexprSamplers", v.constexprSamplers);
    a("vertexInputs", v.vertexInputs);
    a("fetchedInputs", v.fetchedInputs);
    a("patchType", v.patchType, PatchType::Quad);
    a("patchControlPoints", v.patchControlPoints);
    a("outputs", v.outputs);
    a("inputs", v.inputs);
    a("colors", v.colors);
    a("fetches", v.fetches);
    a("writesDepth", v.writesDepth);
    a("writesStencil", v.writesStencil);
    a("writesSampleMask", v.writesSampleMask);
    a("writesPointSize", v.writesPointSize);
    a("writesLayer", v.writesLayer);
    a("writesViewport", v.writesViewport);
    a("usesDiscard", v.usesDiscard);
    a("usesBufferInfo", v.usesBufferInfo);
    a("usesBufferPlace", v.usesBufferPlace);
    a("usesGrid", v.usesGrid);
    a("usesBarrier", v.usesBarrier);
    a("earlyFragmentTests", v.earlyFragmentTests);
    a("clipDistances", v.clipDistances, kMaxClipDistances);
    a("threadgroupArguments", v.threadgroupArguments);
    a("staticThreadgroupMemory", v.staticThreadgroupMemory);
    a("maxTotalThreadsPerThreadgroup", v.maxTotalThreadsPerThreadgroup);
    a("extensions", v.extensions);
    a("notes", v.notes);
}

template <class Archive, Is<Translation> T>
void visitFields(Archive& a, T& v) {
    a("glsl", v.glsl);
    a("reflection", v.reflection);
}

template <class Archive, Is<Outcome> T>
void visitFields(Archive& a, T& v) {
    a("verdict", v.verdict, Verdict::Failed);
    a("reason", v.reason);
    a("translation", v.translation);
}

} // namespace air
