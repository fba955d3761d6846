// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Kdf.h"

namespace outpost::wallet {

/// The only way to a vault that is cheap to open. Compiled into tests and nowhere else.
struct KdfFloorForTests {
    static constexpr KdfParams kCheap{8, 1};
    static constexpr KdfFloor floor() { return KdfFloor(kCheap); }
};

} // namespace outpost::wallet
