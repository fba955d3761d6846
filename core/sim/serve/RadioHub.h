// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/world/SimWorld.h"

#include <condition_variable>
#include <mutex>
#include <set>

namespace outpost::sim {

/// Lets clients scan for the demo's devices and talk to them over HTTP, as a radio would: one connection per device,
/// one call at a time, notifications by long polling. The protocol is private to core/sim; serve/README.md has it.
/// **Thread:** any.
class RadioHub {
public:
    using WithWorld = std::function<void(const std::function<void(SimWorld&)>&)>;
    RadioHub(std::vector<std::unique_ptr<demo::DemoDevice>> devices, WithWorld withWorld);

    demo::DemoHttpResponse handle(const demo::DemoHttpRequest& request);
    /// Ends every wait; calls from now on answer that the link is lost.
    void stop();

private:
    struct Note {
        std::uint64_t number = 0;
        std::chrono::steady_clock::time_point due;
        std::string characteristic;
        Bytes value;
    };
    struct Session {
        std::uint64_t id = 0;
        demo::DemoDevice* device = nullptr;
        std::set<std::string> subscribed;
        std::vector<Note> notes;
        std::uint64_t lastNote = 0;
        bool isBusy = false;
        bool isLost = false;
    };
    using SessionPtr = std::shared_ptr<Session>; ///< a call may outlive the session's end

    demo::DemoHttpResponse scan();
    demo::DemoHttpResponse connect(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse exchange(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse notifications(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse disconnect(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse finish(const SessionPtr& session, demo::GattReply reply);
    SessionPtr session(const demo::DemoHttpRequest& request);
    void lose(const SessionPtr& session, bool tellDevice);
    demo::DemoDevice* device(const std::string& id);

    std::vector<std::unique_ptr<demo::DemoDevice>> m_devices;
    WithWorld m_withWorld;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::uint64_t, SessionPtr> m_sessions;
    std::uint64_t m_lastSession = 0;
    bool m_isStopped = false;
};

} // namespace outpost::sim
