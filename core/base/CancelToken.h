// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace outpost {

/// Asks running work to stop. Copies share one state. Cancelling is final and may be done from any thread; callbacks
/// run on the cancelling thread, once, and must be short. A default token is never cancelled unless cancel() is called.
class CancelToken {
public:
    CancelToken() : m_state(std::make_shared<State>()) {}

    bool isCancelled() const
    {
        const std::scoped_lock lock(m_state->mutex);
        return m_state->cancelled;
    }

    void cancel() const
    {
        std::map<int, std::function<void()>> callbacks;
        {
            const std::scoped_lock lock(m_state->mutex);
            if (m_state->cancelled)
                return;
            m_state->cancelled = true;
            callbacks.swap(m_state->callbacks);
        }
        for (auto& [id, callback] : callbacks)
            callback();
    }

    /// Runs at once when already cancelled (and answers 0). The answer is for forget().
    int onCancel(std::function<void()> callback) const
    {
        {
            const std::scoped_lock lock(m_state->mutex);
            if (!m_state->cancelled) {
                const int id = ++m_state->lastId;
                m_state->callbacks.emplace(id, std::move(callback));
                return id;
            }
        }
        callback();
        return 0;
    }
    void forget(int id) const
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->callbacks.erase(id);
    }

private:
    struct State {
        std::mutex mutex;
        bool cancelled = false;
        int lastId = 0;
        std::map<int, std::function<void()>> callbacks;
    };
    std::shared_ptr<State> m_state; ///< shared by all copies of one token
};

} // namespace outpost
