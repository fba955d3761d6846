// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/Gatt.h"

// The ports' meta-objects live here.
#include "moc_Gatt.cpp"
