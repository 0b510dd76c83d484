#include "tests/fuzz/metadata_module.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include <array>
#include <string_view>

namespace pvg::fuzz {

namespace {

using llvm::Metadata;

constexpr const char* kLayout =
    "e-p:64:64:64-i1:8:8-i8:8:8-i16:16:16-i32:32:32-i64:64:64-f32:32:32-f64:64:64-v16:16:16-v24:32:32-v32:32:32-v48:64:64-v64:64:64-"
    "v96:128:128-v128:128:128-v192:256:256-v256:256:256-v512:512:512-v1024:1024:1024-n8:16:32";

// Behind the end of the stream every choice is the first one.
class Choices {
public:
    explicit Choices(std::span<const uint8_t> bytes) : m_bytes(bytes) {}
    uint8_t byte() {
        if (m_bytes.empty()) return 0;
        const uint8_t b = m_bytes.front();
        m_bytes = m_bytes.subspan(1);
        return b;
    }
    uint32_t below(size_t limit) { return byte() % uint32_t(limit); }
    bool rarely() { return byte() >= 0xe8; }
    template <class T, size_t N>
    const T& oneOf(const std::array<T, N>& all) {
        return all[below(N)];
    }

private:
    std::span<const uint8_t> m_bytes;
};

// Words of a node; #i its index, #n a number, #0 to #4 themselves, @c a function constant, @s a list of members, ~ a space. `type`: the
// IR's, by the letters of typeOf().
struct Template {
    char type;
    const char* words;
};

constexpr std::array kArguments = {
    Template{'d', "#i air.buffer air.location_index #n #1 air.read_write air.address_space #1 air.arg_type_size #4 air.arg_type_name uint "
                  "air.arg_name b"},
    Template{'c', "#i air.buffer air.buffer_size #n air.location_index #n #1 air.read air.address_space #2 air.struct_type_info @s "
                  "air.arg_type_size #n air.arg_type_name S air.arg_name c"},
    Template{'t', "#i air.buffer air.location_index #n #1 air.read_write air.address_space #3 air.arg_type_name float air.arg_name t"},
    Template{'c', "#i air.indirect_buffer air.buffer_size #n air.location_index #n #1 air.read air.address_space #2 air.struct_type_info "
                  "@s air.arg_type_name S air.arg_name a"},
    Template{'h', "#i air.texture air.location_index #n #1 air.sample air.arg_type_name texture2d<float,~sample> air.arg_name tex"},
    Template{'h', "#i air.texture air.location_index #n #n air.read_write air.arg_type_name array<texture2d<float>,4> air.arg_name texs"},
    Template{'p', "#i air.sampler air.location_index #n #1 air.arg_type_name sampler air.arg_name s"},
    Template{'d', "#i air.function_constant @c air.buffer air.location_index #n #1 air.read air.arg_type_name uint air.arg_name g"},
    Template{'u', "#i air.function_constant @c air.thread_index_in_threadgroup air.arg_type_name uint air.arg_name i"},
    Template{'U', "#i air.thread_position_in_grid air.arg_type_name uint3 air.arg_name gid"},
    Template{'u', "#i air.thread_index_in_simdgroup air.arg_type_name uint air.arg_name lane"},
    Template{'u', "#i air.vertex_id air.arg_type_name uint air.arg_name vid"},
    Template{'f', "#i air.vertex_input air.location_index #n #1 air.arg_type_name float4 air.arg_name position"},
    Template{'f', "#i air.fragment_input generated(5colorDv4_f) air.center air.perspective air.arg_type_name float4 air.arg_name color"},
    Template{'f', "#i air.position air.center air.no_perspective air.arg_type_name float4 air.arg_name p"},
    Template{'f', "#i air.render_target #n #0 air.arg_type_name float4 air.arg_name fetched"},
    Template{'b', "#i air.front_facing air.arg_type_name bool air.arg_name front"},
    Template{'f', "#i air.position_in_patch air.arg_type_name float3 air.arg_name uvw"},
    Template{'d', "#i air.instance_acceleration_structure air.location_index #n #1 air.read air.arg_type_name as air.arg_name as"},
    Template{'d', "#i air.visible_function_table air.location_index #n #1 air.read air.arg_type_name vft air.arg_name vft"},
    Template{'t', "#i air.imageblock air.imageblock_data @s air.imageblock_data_size #n air.arg_type_name ib air.arg_name ib"},
    Template{'d', "#i air.mesh @s air.arg_type_name mesh air.arg_name m"},
};

constexpr std::array kOutputs = {
    Template{'f', "air.position air.invariant air.arg_type_name float4 air.arg_name p"},
    Template{'f', "air.vertex_output generated(5colorDv4_f) air.arg_type_name float4 air.arg_name color"},
    Template{'f', "air.render_target #n #0 air.arg_type_name float4"},
    Template{'g', "air.depth air.depth_qualifier air.any air.arg_type_name float"},
    Template{'g', "air.point_size air.arg_type_name float"},
    Template{'a', "air.clip_distance air.clip_distance_array_size #n air.arg_type_name float"},
    Template{'u', "air.render_target_array_index air.arg_type_name uint"},
    Template{'u', "air.stencil air.arg_type_name uint"},
    Template{'u', "air.sample_mask air.arg_type_name uint"},
};

// The stages that are translated come more often.
constexpr std::array<std::string_view, 10> kStages = {"air.kernel", "air.fragment", "air.vertex", "air.kernel",  "air.fragment",
                                                      "air.vertex", "air.mesh",     "air.object", "air.visible", "air.intersection"};
constexpr std::array kStrayWords = {"",
                                    "air.",
                                    "air.buffer",
                                    "air.arg_unused",
                                    "air.location_index",
                                    "air.arg_type_name",
                                    "user(x)",
                                    "generated(",
                                    "generated(99999999999colorf)",
                                    "air.flat",
                                    "air.sample",
                                    "air.patch",
                                    "air.patch_control_point",
                                    "\xff\"\\\n"};
constexpr std::array<uint64_t, 10> kEdges = {1, 2, 30, 31, 32, 127, 128, 0x7fffffff, 0xffffffff, ~uint64_t(0)};

class Builder {
public:
    Builder(llvm::LLVMContext& context, std::span<const uint8_t> bytes)
        : m_context(context), m_choices(bytes), m_module(std::make_unique<llvm::Module>("fuzz", context)), m_ir(context) {
        m_module->setDataLayout(kLayout);
    }

    std::unique_ptr<llvm::Module> build() {
        addGlobals();
        addEntry("k");
        if (m_choices.rarely()) addEntry("other");
        if (m_choices.rarely()) list(m_choices.oneOf(kStages))->addOperand(node({stray(), stray(), stray()}));
        list("air.sampler_states")->addOperand(node({text("air.sampler_state"), constant(m_sampler)}));
        list("air.function_constants")->addOperand(node({constant(m_predicate), text("bool"), text("c"), number(), number()}));
        return std::move(m_module);
    }

private:
    llvm::NamedMDNode* list(llvm::StringRef name) { return m_module->getOrInsertNamedMetadata(name); }
    Metadata* text(llvm::StringRef s) { return llvm::MDString::get(m_context, s); }
    static Metadata* constant(llvm::Constant* c) { return llvm::ConstantAsMetadata::get(c); }
    Metadata* integer(uint64_t v, unsigned bits = 32) {
        return constant(llvm::ConstantInt::get(m_context, llvm::APInt(64, v).zextOrTrunc(bits)));
    }
    Metadata* number() {
        return m_choices.rarely() ? integer(m_choices.oneOf(kEdges), 8U << m_choices.below(5)) : integer(m_choices.below(8));
    }

    llvm::GlobalVariable* global(llvm::Type* type, const char* name, bool isLocal) {
        return new llvm::GlobalVariable(*m_module, type, true,
                                        isLocal ? llvm::GlobalValue::InternalLinkage : llvm::GlobalValue::ExternalLinkage,
                                        llvm::UndefValue::get(type), name, nullptr, llvm::GlobalValue::NotThreadLocal, 2, true);
    }
    void addGlobals() {
        // A name is what most producers give it; nothing needs one.
        m_predicate = global(m_ir.getInt8Ty(), m_choices.rarely() ? "" : "c.MTL_FC_INIT_0_b", m_choices.rarely());
        m_sampler = global(llvm::ArrayType::get(m_ir.getInt64Ty(), 1 + m_choices.below(3)), "__air_sampler_state", m_choices.rarely());
    }

    llvm::Type* typeOf(char letter) {
        switch (letter) {
        case 'd':
        case 'h':
            return m_ir.getPtrTy(1);
        case 'c':
        case 'p':
            return m_ir.getPtrTy(2);
        case 't':
            return m_ir.getPtrTy(3);
        case 'U':
            return llvm::FixedVectorType::get(m_ir.getInt32Ty(), 3);
        case 'f':
            return llvm::FixedVectorType::get(m_ir.getFloatTy(), 4);
        case 'g':
            return m_ir.getFloatTy();
        case 'a':
            return llvm::ArrayType::get(m_ir.getFloatTy(), 3);
        case 'b':
            return m_ir.getInt1Ty();
        case 's':
            return m_ir.getInt16Ty();
        case 'l':
            return m_ir.getInt64Ty();
        case 'n':
            return llvm::ArrayType::get(m_ir.getPtrTy(1), 4);
        default:
            return m_ir.getInt32Ty();
        }
    }
    llvm::Type* pickType(char usual) {
        static constexpr std::array kLetters = {'d', 'c', 't', 'U', 'f', 'g', 'a', 'b', 's', 'l', 'n', 'u'};
        return typeOf(m_choices.rarely() ? m_choices.oneOf(kLetters) : usual);
    }

    // An operand where none of its kind belongs.
    Metadata* stray() {
        switch (m_choices.below(7)) {
        case 0:
            return nullptr;
        case 1:
            return text(m_choices.oneOf(kStrayWords));
        case 2:
            return number();
        case 3:
            return node({number(), text(m_choices.oneOf(kStrayWords))});
        case 4:
            return constant(m_predicate);
        case 5:
            return constant(llvm::ConstantFP::get(m_ir.getFloatTy(), 1.0));
        default:
            return m_function ? constant(m_function) : constant(llvm::UndefValue::get(m_ir.getInt32Ty()));
        }
    }
    Metadata* members(unsigned depth) {
        llvm::SmallVector<Metadata*, 16> all;
        for (unsigned n = m_choices.below(3); n > 0; --n) {
            all.append({number(), number(), number(), text("float4"), text("m")});
            if (depth < 3 && m_choices.rarely()) all.append({text("air.struct_type_info"), members(depth + 1)});
        }
        return node(all);
    }
    Metadata* operand(llvm::StringRef word, unsigned index) {
        if (word == "#i") return integer(index);
        if (word == "#n") return number();
        if (word == "@c") return node({constant(m_predicate)});
        if (word == "@s") return members(0);
        if (word.consume_front("#")) return integer(uint64_t(word[0] - '0'));
        std::string plain = word.str();
        for (char& c : plain) c = c == '~' ? ' ' : c;
        return text(plain);
    }

    // Wrong in one or two places now and then; a node may hold itself.
    llvm::MDNode* node(llvm::SmallVector<Metadata*, 16> operands) {
        bool isCircular = false;
        for (unsigned n = m_choices.rarely() ? 1 + m_choices.below(2) : 0; n > 0 && !operands.empty(); --n) {
            auto* at = operands.begin() + m_choices.below(operands.size());
            switch (m_choices.below(6)) {
            case 0:
                operands.erase(at);
                break;
            case 1:
                operands.insert(at, *at);
                break;
            case 2:
                operands.truncate(size_t(at - operands.begin()));
                break;
            case 3:
                isCircular = true;
                break;
            default:
                *at = stray();
                break;
            }
        }
        if (!isCircular || operands.empty()) return llvm::MDNode::get(m_context, operands);
        auto* circular = llvm::MDNode::getDistinct(m_context, operands);
        circular->replaceOperandWith(m_choices.below(operands.size()), circular);
        return circular;
    }
    llvm::MDNode* fromTemplate(const Template& from, unsigned index) {
        llvm::SmallVector<llvm::StringRef, 32> words;
        llvm::SplitString(from.words, words);
        llvm::SmallVector<Metadata*, 16> operands;
        for (const llvm::StringRef word : words) operands.push_back(operand(word, index));
        return node(operands);
    }

    void addEntry(const char* name) {
        const std::string_view stage = m_choices.oneOf(kStages);
        llvm::SmallVector<const Template*, 8> inputs, outputs;
        llvm::SmallVector<llvm::Type*, 8> parameters, results;
        for (unsigned n = m_choices.below(8); n > 0; --n) inputs.push_back(&m_choices.oneOf(kArguments));
        for (unsigned n = stage == kStages[0] && !m_choices.rarely() ? 0 : m_choices.below(5); n > 0; --n)
            outputs.push_back(&m_choices.oneOf(kOutputs));
        for (const Template* t : inputs) parameters.push_back(pickType(t->type));
        for (const Template* t : outputs) results.push_back(pickType(t->type));
        addFunction(name, parameters, results);
        llvm::SmallVector<Metadata*, 16> in, out;
        for (const Template* t : inputs) in.push_back(fromTemplate(*t, unsigned(in.size())));
        for (const Template* t : outputs) out.push_back(fromTemplate(*t, 0));
        llvm::SmallVector<Metadata*, 16> entry{constant(m_function), node(out), node(in)};
        if (m_choices.rarely()) entry.push_back(node({text("air.max_work_group_size"), number()}));
        if (m_choices.rarely()) entry.push_back(node({text("air.patch"), text("quad"), text("air.patch_control_point"), number()}));
        if (m_choices.rarely()) entry.push_back(text("air.early_fragment_tests"));
        list(stage)->addOperand(node(entry));
    }

    void addFunction(const char* name, llvm::ArrayRef<llvm::Type*> parameters, llvm::ArrayRef<llvm::Type*> results) {
        llvm::Type* result = results.empty()       ? m_ir.getVoidTy()
                             : results.size() == 1 ? results[0]
                                                   : llvm::StructType::get(m_context, results, true);
        const auto linkage = m_choices.rarely() ? llvm::GlobalValue::InternalLinkage : llvm::GlobalValue::ExternalLinkage;
        m_function =
            llvm::Function::Create(llvm::FunctionType::get(result, parameters, false), linkage, m_choices.rarely() ? "" : name, *m_module);
        m_ir.SetInsertPoint(llvm::BasicBlock::Create(m_context, "", m_function));
        llvm::Value* sum = m_ir.getInt32(1);
        for (llvm::Argument& a : m_function->args()) sum = m_ir.CreateAdd(sum, wordOf(&a));
        for (llvm::Argument& a : m_function->args())
            if (a.getType() == m_ir.getPtrTy(1) || a.getType() == m_ir.getPtrTy(3)) m_ir.CreateStore(sum, &a);
        if (results.empty())
            m_ir.CreateRetVoid();
        else
            m_ir.CreateRet(resultOf(result, sum));
    }
    llvm::Value* wordOf(llvm::Value* v) {
        llvm::Type* type = v->getType();
        if (type->isPointerTy() && m_choices.below(4) == 1) return widthOf(v);
        if (type->isPointerTy()) return m_ir.CreateLoad(m_ir.getInt32Ty(), v);
        if (type->isIntegerTy()) return m_ir.CreateZExtOrTrunc(v, m_ir.getInt32Ty());
        if (type->isFloatTy()) return m_ir.CreateBitCast(v, m_ir.getInt32Ty());
        return wordOf(type->isVectorTy() ? m_ir.CreateExtractElement(v, uint64_t(0)) : m_ir.CreateExtractValue(v, 0));
    }
    // What a texture is asked, and anything else that lies in its place.
    llvm::Value* widthOf(llvm::Value* handle) {
        const bool isInSpace1 = handle->getType() == m_ir.getPtrTy(1);
        const char* name = isInSpace1 ? "air.get_width_texture_2d" : "air.get_width_texture_2d.odd";
        auto* type = llvm::FunctionType::get(m_ir.getInt32Ty(), {isInSpace1 ? m_ir.getPtrTy(1) : handle->getType()}, false);
        if (const llvm::Function* known = m_module->getFunction(name); known && known->getFunctionType() != type) return m_ir.getInt32(2);
        return m_ir.CreateCall(m_module->getOrInsertFunction(name, type), {handle});
    }
    llvm::Value* resultOf(llvm::Type* type, llvm::Value* sum) {
        llvm::Value* result = llvm::Constant::getNullValue(type);
        if (type->isIntegerTy()) return m_ir.CreateZExtOrTrunc(sum, type);
        if (type->isFloatTy()) return m_ir.CreateUIToFP(sum, type);
        auto* structure = llvm::dyn_cast<llvm::StructType>(type);
        for (unsigned i = 0; structure && i < structure->getNumElements(); ++i)
            result = m_ir.CreateInsertValue(result, resultOf(structure->getElementType(i), sum), i);
        return result;
    }

    llvm::LLVMContext& m_context;
    Choices m_choices;
    std::unique_ptr<llvm::Module> m_module;
    llvm::IRBuilder<> m_ir;
    llvm::GlobalVariable *m_predicate = nullptr, *m_sampler = nullptr;
    llvm::Function* m_function = nullptr;
};

} // namespace

std::unique_ptr<llvm::Module> metadataModule(llvm::LLVMContext& context, std::span<const uint8_t> choices) {
    return Builder(context, choices).build();
}

} // namespace pvg::fuzz
