// Numbers of the device that the guest driver uses (device.md 2, 5, 6). Written down here a second time on purpose: the encoder shares
// no table with the decoder it tests.
#pragma once

#include <cstdint>

namespace pvg::guest {

enum class Register : uint32_t {
    ControlFifo = 0x1000,
    FifoLength = 0x1004,
    FifoWritten = 0x1008,
    FifoRead = 0x100c,
    FifoStart = 0x1010,
    InterruptDisplay = 0x1014,
    InterruptGpu = 0x1018,
    RootPage = 0x101c,
    ChildDoorbell = 0x1020,
    InterruptFault = 0x102c,
    FifoBasePage = 0x1030,
    Version = 0x1034,
    DisplayDoorbell = 0x1220,
    DisplayPortCount = 0x122c,
};

enum class Command : uint16_t {
    DisplaySetSharedStatePage = 0x01,
    DisplayAck = 0x02,
    DisplayCursorGlyph = 0x04,
    DisplayTransaction2 = 0x06,
    DisplayTransaction3 = 0x07,
    Nop = 0x1e,
    DeleteObject = 0x28,
    DefineChildFifo = 0x30,
    SetObjectList = 0x33,
    InvalidateResources = 0x34,
    SynchronizeResources = 0x35,
    ExecIndirect2 = 0x37,
    DefineTask2 = 0x38,
    MapMemory2 = 0x39,
    GetDeviceInfo = 0x3a,
};

enum class Channel : uint32_t { Root = 0, Exec = 1, Immediate = 2, Uploads = 3, Downloads = 4, Display0 = 5 };

inline constexpr uint32_t kRejectedVersion = 0x80000000;
inline constexpr uint32_t kFifoBytes = 0x10000;
inline constexpr uint32_t kFifoStart = 0x1000;
inline constexpr uint32_t kChildRingPages = 16;
inline constexpr uint32_t kDisplayRingPages = 1;
inline constexpr uint32_t kRecordBase = 0x400;
inline constexpr uint32_t kRecordBytes = 20;

} // namespace pvg::guest
