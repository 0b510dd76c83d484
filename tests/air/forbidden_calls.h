// System calls that a shader worker must not get through, made directly, without the C library in between.
#pragma once

#include <string_view>
#include <vector>

// What happens to one of them inside the sandbox.
enum class Fate { Refused, Kills };

struct ForbiddenCall {
    std::string_view name;
    Fate fate;
    int (*make)(); // 0 when the call succeeded, else its errno
};

const std::vector<ForbiddenCall>& forbiddenCalls();

// The errno of the call of that name, 0 when it succeeded, -1 when there is none.
int makeForbiddenCall(std::string_view name);
