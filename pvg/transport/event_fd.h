// Eventfds that another process gave us.
#pragma once

namespace pvg::transport {

// Whether `fd` is an eventfd; makes it non-blocking. Anything else could block the device thread or be written into.
bool prepareEventFd(int fd);
// Adds 1. A full counter is as good as a ring (vfio-user.md 2, SET_IRQS).
void ringEventFd(int fd);
// Takes the whole count.
void drainEventFd(int fd);

} // namespace pvg::transport
