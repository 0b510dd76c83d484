// VERSION negotiation (vfio-user.md 2, command 1).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pvg::transport {

// The payload of the reply to a VERSION payload, at most as long as the request's; nothing when the proposal is refused, then `why` is a
// sentence.
std::optional<std::vector<std::byte>> negotiateVersion(std::span<const std::byte> proposal, std::string& why);

} // namespace pvg::transport
