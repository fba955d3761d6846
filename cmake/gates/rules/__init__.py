# SPDX-License-Identifier: GPL-3.0-or-later
"""One gate a file; each has check(tree) -> [Finding]."""
