// One plain struct a command, fields widened; narrow and wide encodings of a command decode into the same struct. Values are the guest's own
// (Metal numbers, stream.md 2), unchecked. Source of every member: the row in opcodes.inc that fills it.
#pragma once

#include "pvg/stream/commands_bind.h"
#include "pvg/stream/commands_blit.h"
#include "pvg/stream/commands_compute.h"
#include "pvg/stream/commands_info.h"
#include "pvg/stream/commands_render.h"
