#include "pvg/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>

namespace pvg {

void startLog(std::string_view role, std::string_view level) {
    auto logger = spdlog::stderr_color_mt(std::string(role));
    logger->set_pattern("[%H:%M:%S.%e %n] %^%l%$: %v");
    spdlog::set_default_logger(logger);
    auto parsed = spdlog::level::from_str(std::string(level));
    spdlog::set_level(parsed == spdlog::level::off && level != "off" ? spdlog::level::info : parsed);
}

} // namespace pvg
