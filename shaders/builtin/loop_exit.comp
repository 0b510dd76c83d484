#version 450 core
// Each thread makes as many rounds as its word says and stores what it computed in its last one. What goes into the next round is computed
// before the break: a driver may have it take the place of what went into this one.
layout(local_size_x = 32) in;
layout(std430, binding = 0) buffer Words { uint words[]; };
void main() {
    uint thread = gl_LocalInvocationIndex, rounds = words[thread], x = thread, n = 0u, last, next;
    for (;;) {
        last = x * 3u + n;
        next = last & 0xffffu;
        if (++n >= rounds) break;
        x = next;
    }
    words[thread] = last;
}
