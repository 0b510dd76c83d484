// Random commands: each is appended to a packet as the records a guest sends, and done to the model.
#pragma once

#include <string>

#include "tests/random/world.h"

namespace randomtest {

// Segments of a packet. A segment goes on while its type is asked for, unless the dice end it.
class PacketWriter {
public:
    enum class Encoder : uint8_t { Render = 0, Compute = 1, Blit = 2 };

    explicit PacketWriter(Dice& dice) : m_dice(dice) {}
    void add(Encoder encoder, const Bytes& records);
    // Ends the encoder: what follows is another one, also of the same type.
    void end();
    // Command buffers: all in one, or one a segment.
    std::vector<Bytes> take();

private:
    Dice& m_dice;
    Encoder m_encoder{};
    Bytes m_records;
    std::vector<Bytes> m_segments;
};

// Does one thing; what, for people who read a failure. Empty: there was nothing to do it with.
std::string addCommand(World& world, Dice& dice, PacketWriter& packet);

} // namespace randomtest
