#include "app/renderer/waker.h"

#include <cerrno>

#include <SDL.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace app {

Waker::Waker(int watchedFd)
    : m_watchedFd(watchedFd), m_stopFd(eventfd(0, EFD_CLOEXEC)), m_eventType(SDL_RegisterEvents(1)), m_thread([this] { watch(); }) {}

Waker::~Waker() {
    eventfd_write(m_stopFd, 1);
    m_thread.join();
    close(m_stopFd);
}

void Waker::watch() {
    pollfd fds[] = {{m_watchedFd, POLLIN, 0}, {m_stopFd, POLLIN, 0}};
    while (poll(fds, 2, -1) >= 0 || errno == EINTR) {
        if (fds[1].revents) return;
        eventfd_t count = 0;
        if (fds[0].revents && eventfd_read(m_watchedFd, &count) == 0) push();
    }
}

void Waker::push() {
    if (m_isPending.exchange(true)) return;
    SDL_Event event{};
    event.type = m_eventType;
    SDL_PushEvent(&event);
}

} // namespace app
