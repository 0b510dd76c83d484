// A sample's text as the module a Metal library would hold.
#pragma once

#include <string>

#include "sample_file.h"

namespace airtest {

struct SampleModule {
    std::string bitcode; // empty: `problem` says why
    std::string problem;
};
SampleModule sampleModule(const Sample& sample);

} // namespace airtest
