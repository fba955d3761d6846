// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace outpost::heliumdemo {

/// The three-word name of a device, from the text of its base58 address, lower case with hyphens (npm
/// angry-purple-tiger). Pure.
std::string animalName(std::string_view address);
/// The same as the NFT spells it: at most 32 characters.
std::string animalNftName(std::string_view address);

} // namespace outpost::heliumdemo
