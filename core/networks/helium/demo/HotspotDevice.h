// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::heliumdemo {

/// The device of radios()[index] beside this computer. Its Wi-Fi is remembered by the world.
std::unique_ptr<demo::DemoDevice> hotspotDevice(std::size_t index);
/// Whether it is on the internet now.
bool isRadioOnline(demo::World& world, std::size_t index);

} // namespace outpost::heliumdemo
