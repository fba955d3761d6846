# SPDX-License-Identifier: GPL-3.0-or-later
# Every outside library, found once. packaging/dependencies/ lists the packages that bring them.
set(QT_NO_PRIVATE_MODULE_WARNING ON)
find_package(Qt6 6.8 REQUIRED COMPONENTS
    Core Gui Network Concurrent Qml Quick QuickControls2 Svg Location Positioning Bluetooth Test QuickTest LinguistTools)
qt_standard_project_setup(REQUIRES 6.8)
set(CMAKE_AUTORCC ON)

find_package(QCoro6 REQUIRED COMPONENTS Core Qml)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(secp256k1 REQUIRED IMPORTED_TARGET libsecp256k1)
find_package(SQLite3 REQUIRED)
find_package(CURL REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
find_package(Threads REQUIRED)

# Debian's h3 ships a CMake config that names a file it does not install.
find_library(H3_LIBRARY h3 REQUIRED)
find_path(H3_INCLUDE_DIR h3api.h PATH_SUFFIXES h3 REQUIRED)
add_library(outpost_h3 INTERFACE)
target_include_directories(outpost_h3 SYSTEM INTERFACE "${H3_INCLUDE_DIR}")
target_link_libraries(outpost_h3 INTERFACE "${H3_LIBRARY}")

find_library(QRCODEGENCPP_LIBRARY qrcodegencpp REQUIRED)
find_path(QRCODEGENCPP_INCLUDE_DIR qrcodegen.hpp PATH_SUFFIXES qrcodegencpp qrcodegen REQUIRED)
add_library(outpost_qrcodegen INTERFACE)
target_include_directories(outpost_qrcodegen SYSTEM INTERFACE "${QRCODEGENCPP_INCLUDE_DIR}")
target_link_libraries(outpost_qrcodegen INTERFACE "${QRCODEGENCPP_LIBRARY}")

if(OUTPOST_TESTS)
    find_package(GTest REQUIRED)
    find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
    find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
    add_library(outpost_rapidcheck INTERFACE)
    target_include_directories(outpost_rapidcheck SYSTEM INTERFACE "${RAPIDCHECK_INCLUDE_DIR}")
    # Its headers use std::aligned_storage, and Clang reports that in every test that instantiates them.
    target_compile_options(outpost_rapidcheck INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
    target_link_libraries(outpost_rapidcheck INTERFACE "${RAPIDCHECK_LIBRARY}")
    find_package(benchmark REQUIRED)
endif()
