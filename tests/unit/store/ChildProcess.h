// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ProcessName.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace outpost::test {

/// A process that tells its name and then waits to be killed.
class ChildProcess {
public:
    ChildProcess()
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            const std::string name = store::processName();
            (void)!::write(ends[1], name.data(), name.size());
            ::close(ends[1]);
            while (true)
                ::pause();
        }
        ::close(ends[1]);
        std::array<char, 256> text{};
        for (ssize_t n = 0; (n = ::read(ends[0], text.data(), text.size())) > 0;)
            m_name.append(text.data(), static_cast<std::size_t>(n));
        ::close(ends[0]);
    }
    ~ChildProcess()
    {
        kill();
        reap();
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    const std::string& name() const { return m_name; }
    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        siginfo_t info{};
        ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOWAIT); // dead now, and not reaped
    }
    void reap()
    {
        if (m_pid > 0)
            ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
    std::string m_name;
};

} // namespace outpost::test
