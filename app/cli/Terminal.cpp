// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace outpost::cli {

namespace {

constexpr std::size_t kLongestLine = 4096;
constexpr std::uint8_t kCtrlC = 3;
constexpr std::uint8_t kCtrlD = 4;
constexpr std::uint8_t kForgetLine = 21; // Ctrl+U
constexpr std::uint8_t kFirstSign = 32;
constexpr std::uint8_t kErase = 127;
constexpr std::uint8_t kBackspace = 8;

/// The terminal without echo and without signals, as it was before when this goes.
class QuietTerminal {
public:
    QuietTerminal() : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        m_works = m_fd >= 0 && ::tcgetattr(m_fd, &m_saved) == 0;
    }
    ~QuietTerminal()
    {
        if (m_changed)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_saved);
        if (m_fd >= 0)
            ::close(m_fd);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

    bool works() const { return m_works; }
    int fd() const { return m_fd; }
    /// Signs come one by one, so that Ctrl+C ends the question and leaves no terminal behind that shows nothing.
    void hush()
    {
        termios quiet = m_saved;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        quiet.c_cc[VMIN] = 1;
        quiet.c_cc[VTIME] = 0;
        m_changed = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
    }

private:
    int m_fd;
    termios m_saved{};
    bool m_works = false;
    bool m_changed = false;
};

/// The start of the last sign: one of several bytes goes as a whole.
std::size_t withoutLastSign(const std::uint8_t* text, std::size_t length)
{
    constexpr std::uint8_t kContinues = 0x80;
    constexpr std::uint8_t kMask = 0xC0;
    while (length > 0 && (text[length - 1] & kMask) == kContinues)
        --length;
    return length > 0 ? length - 1 : 0;
}

} // namespace

bool hasTerminal()
{
    return QuietTerminal().works();
}

Result<std::shared_ptr<SecureBytes>> askTerminal(const std::string& prompt)
{
    QuietTerminal terminal;
    if (!terminal.works())
        return fail(app::errors::kNoTerminal, "no /dev/tty");
    terminal.hush();
    (void)!::write(terminal.fd(), prompt.data(), prompt.size());
    auto secret = std::make_shared<SecureBytes>(kLongestLine);
    std::size_t length = 0;
    std::uint8_t c = 0;
    bool stopped = false;
    while (length < secret->size() && ::read(terminal.fd(), &c, 1) == 1) {
        if (c == '\n' || c == '\r')
            break;
        stopped = c == kCtrlC || (c == kCtrlD && length == 0);
        if (stopped)
            break;
        if (c == kErase || c == kBackspace)
            length = withoutLastSign(secret->data(), length);
        else if (c == kForgetLine)
            length = 0;
        else if (c >= kFirstSign)
            secret->data()[length++] = c;
    }
    SecureBytes::zero(&c, 1);
    (void)!::write(terminal.fd(), "\n", 1);
    if (stopped)
        return fail(outpost::errors::kCancelled, "Ctrl+C");
    secret->truncate(length);
    return secret;
}

} // namespace outpost::cli
