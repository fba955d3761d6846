// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/ProcessHardening.h"

#include <sys/resource.h>

#include <cerrno>
#include <cstring>
#include <tuple>

namespace outpost::wallet {

Result<void> hardenProcess()
{
    constexpr rlimit kNone{.rlim_cur = 0, .rlim_max = 0};
    if (::setrlimit(RLIMIT_CORE, &kNone) != 0)
        return fail(errors::kInternal, std::string("RLIMIT_CORE: ") + std::strerror(errno));
    rlimit lockable{};
    if (::getrlimit(RLIMIT_MEMLOCK, &lockable) == 0 && lockable.rlim_cur < lockable.rlim_max) {
        lockable.rlim_cur = lockable.rlim_max;
        std::ignore = ::setrlimit(RLIMIT_MEMLOCK, &lockable); // SecureBytes::lockingWorks() tells the outcome
    }
    return {};
}

} // namespace outpost::wallet
