// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace outpost::bench {

/// A display of its own for a bench, drawn to by Mesa's llvmpipe, for as long as it lives: the same on every computer.
/// Needs Xvfb; without it the environment stays as it is.
class Display {
public:
    Display()
    {
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        m_server = ::fork();
        if (m_server == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
            const std::string fd = std::to_string(ends[1]);
            ::execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                     static_cast<char*>(nullptr));
            ::_exit(127);
        }
        ::close(ends[1]);
        std::string number;
        char c = 0;
        while (::read(ends[0], &c, 1) == 1 && c != '\n')
            number += c;
        ::close(ends[0]);
        if (number.empty()) {
            std::puts("Xvfb is missing: measured on the display there is");
            return;
        }
        ::setenv("DISPLAY", (":" + number).c_str(), 1);
        ::setenv("QT_QPA_PLATFORM", "xcb", 1);
        ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        ::setenv("QSG_RHI_BACKEND", "opengl", 1);
        ::unsetenv("QT_QUICK_BACKEND");
    }
    ~Display()
    {
        if (m_server > 0) {
            ::kill(m_server, SIGTERM);
            ::waitpid(m_server, nullptr, 0);
        }
    }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

private:
    pid_t m_server = -1;
};

} // namespace outpost::bench
