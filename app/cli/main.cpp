// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"

int main(int argc, char** argv)
{
    return outpost::cli::run(argc, argv);
}
