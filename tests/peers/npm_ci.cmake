# SPDX-License-Identifier: GPL-3.0-or-later
# Installs exactly what package-lock.json names, without running any package's scripts, and only when the lock is newer
# than what is installed. Needs -DNPM=... -DDIR=...
set(installed "${DIR}/node_modules/.package-lock.json")
if(EXISTS "${installed}" AND NOT "${DIR}/package-lock.json" IS_NEWER_THAN "${installed}")
    message(STATUS "the peers are installed")
    return()
endif()
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY "${DIR}"
    RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm ci failed in tests/peers; the tests that ask outside programs need it")
endif()
