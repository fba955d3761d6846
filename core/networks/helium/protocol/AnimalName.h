// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace outpost::helium {

/// The three-word name by which owners know a device, from the base58 text of its address: "tame-chrome-parrot".
/// Algorithm and word lists: npm angry-purple-tiger 1.0.5 (Apache-2.0). Pure.
std::string animalName(std::string_view address);
/// The same for display: "Tame Chrome Parrot".
std::string animalTitle(std::string_view address);

} // namespace outpost::helium
