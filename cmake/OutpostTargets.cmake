# SPDX-License-Identifier: GPL-3.0-or-later
# One way to declare each kind of target, so that every folder is built with the same rules.

add_library(outpost_flags INTERFACE)
target_include_directories(outpost_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(outpost_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang>:-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wimplicit-fallthrough -Wundef>
    # Else every rebuilt precompiled header is a miss in ccache.
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>"
    # GCC 14 reports false positives from inside std::format and coroutines at -O1 and above.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-dangling-reference>)
if(OUTPOST_WERROR)
    target_compile_options(outpost_flags INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang>:-Werror>)
endif()
# QT_NO_CONTEXTLESS_CONNECT is not among them: QCoro's headers connect without a context.
target_compile_definitions(outpost_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_UP_TO=0x060800
    QT_STRICT_ITERATORS)
if(OUTPOST_SANITIZE)
    list(JOIN OUTPOST_SANITIZE "," _outpost_san)
    target_compile_options(outpost_flags INTERFACE -fsanitize=${_outpost_san} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(outpost_flags INTERFACE -fsanitize=${_outpost_san})
    # GCC tells the code which sanitizer watches it by these names; Clang 19 has none.
    foreach(_kind address thread)
        if(_kind IN_LIST OUTPOST_SANITIZE)
            string(TOUPPER ${_kind} _upper)
            target_compile_definitions(outpost_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:__SANITIZE_${_upper}__>)
        endif()
    endforeach()
endif()
if(OUTPOST_FUZZ)
    # Without it libFuzzer sees nothing of the libraries and mutates blindly.
    target_compile_options(outpost_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(OUTPOST_COVERAGE)
    target_compile_options(outpost_flags INTERFACE --coverage)
    target_link_options(outpost_flags INTERFACE --coverage)
endif()

# Precompiled headers take longer to make than most files to compile, so that one is shared by all targets of a kind:
# plain and Qt libraries, plain and Qt tests. What stands in one is what most files of the kind include anyway.
set(OUTPOST_PCH_plain <algorithm> <array> <chrono> <cstdint> <expected> <format> <functional> <map> <memory> <optional>
    <span> <string> <string_view> <variant> <vector>)
set(OUTPOST_PCH_qt ${OUTPOST_PCH_plain} <QByteArray> <QFuture> <QHash> <QList> <QObject> <QString> <QTimer>
    <QCoro/QCoroFuture> <QCoro/QCoroTask> <nlohmann/json.hpp>)
set(OUTPOST_PCH_test ${OUTPOST_PCH_plain} <gmock/gmock.h> <gtest/gtest.h> <nlohmann/json.hpp>)
set(OUTPOST_PCH_qt_test ${OUTPOST_PCH_qt} <gmock/gmock.h> <gtest/gtest.h>)

# outpost_use_pch(target kind): kind is plain, qt, test or qt_test.
function(outpost_use_pch target kind)
    if(NOT OUTPOST_PCH)
        return()
    endif()
    set(holder outpost_pch_${kind})
    if(NOT TARGET ${holder})
        # Made the same way as those that use it, library or program: the compiler takes no other.
        file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/${kind}.cpp" CONTENT "int main()\n{\n}\n")
        if(kind MATCHES "test")
            add_executable(${holder} EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/pch/${kind}.cpp")
            target_link_libraries(${holder} PRIVATE GTest::gtest GTest::gmock)
        else()
            add_library(${holder} STATIC EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/pch/${kind}.cpp")
        endif()
        target_link_libraries(${holder} PRIVATE outpost_flags nlohmann_json::nlohmann_json)
        if(kind MATCHES "qt")
            target_link_libraries(${holder} PRIVATE Qt6::Core QCoro6::Core)
        endif()
        set_target_properties(${holder} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_precompile_headers(${holder} PRIVATE ${OUTPOST_PCH_${kind}})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${holder})
endfunction()

# outpost_own_pch(target kind HEADERS): for a target whose files all include one large header of ours, which then
# stands in a precompiled header of its own, beside what its kind has.
function(outpost_own_pch target kind)
    if(OUTPOST_PCH)
        target_precompile_headers(${target} PRIVATE ${OUTPOST_PCH_${kind}} ${ARGN})
    endif()
endfunction()

# outpost_library(core_wallet SOURCES a.cpp b.h PUBLIC_LIBS ... PRIVATE_LIBS ... [QT])
# Creates outpost_<name>. QT turns on moc and a precompiled header with Qt Core in it.
function(outpost_library name)
    cmake_parse_arguments(A "QT" "" "SOURCES;PUBLIC_LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(outpost_${name} STATIC ${A_SOURCES})
    target_link_libraries(outpost_${name} PUBLIC outpost_flags ${A_PUBLIC_LIBS} PRIVATE ${A_PRIVATE_LIBS})
    if(A_QT)
        target_link_libraries(outpost_${name} PUBLIC Qt6::Core)
        set_target_properties(outpost_${name} PROPERTIES AUTOMOC ON)
        outpost_use_pch(outpost_${name} qt)
    else()
        set_target_properties(outpost_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        outpost_use_pch(outpost_${name} plain)
    endif()
endfunction()

# outpost_test(name SOURCES ... LIBS ... [QT] [LABELS ...] [TIMEOUT s] [ENV A=B ...] [PCH own headers])
# A GoogleTest program; each TEST becomes one ctest entry unless it is a Qt program (then the program is one entry
# per TEST as well). Runs with a temporary home, a fixed time zone and the offscreen platform.
function(outpost_test name)
    cmake_parse_arguments(A "QT;NO_MAIN;WHOLE" "TIMEOUT" "SOURCES;LIBS;LABELS;ENV;PCH" ${ARGN})
    add_executable(${name} ${A_SOURCES})
    target_link_libraries(${name} PRIVATE outpost_flags ${A_LIBS} outpost_rapidcheck GTest::gtest GTest::gmock)
    if(A_QT)
        target_link_libraries(${name} PRIVATE Qt6::Core Qt6::Test)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        if(NOT A_NO_MAIN)
            target_link_libraries(${name} PRIVATE outpost_test_main_qt)
        endif()
    elseif(NOT A_NO_MAIN)
        set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(${name} PRIVATE GTest::gtest_main)
    endif()
    if(A_PCH)
        outpost_own_pch(${name} qt_test ${A_PCH})
    elseif(A_QT)
        outpost_use_pch(${name} qt_test)
    else()
        outpost_use_pch(${name} test)
    endif()
    target_compile_definitions(${name} PRIVATE OUTPOST_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        OUTPOST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(NOT A_TIMEOUT)
        set(A_TIMEOUT 60)
    endif()
    set(env "TZ=UTC" "LC_ALL=C.UTF-8" "QT_QPA_PLATFORM=offscreen" "QT_QUICK_BACKEND=software" "QT_FATAL_WARNINGS=0" ${A_ENV})
    if(A_WHOLE)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT ${A_TIMEOUT} ENVIRONMENT "${env}" LABELS "${A_LABELS}")
    else()
        gtest_discover_tests(${name} NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${A_TIMEOUT}
            ENVIRONMENT "${env}" LABELS "${A_LABELS}")
    endif()
endfunction()

# outpost_bench(name SOURCES ... LIBS ...): prints figures beside their budgets, never fails on time.
function(outpost_bench name)
    cmake_parse_arguments(A "QT" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${A_SOURCES})
    target_link_libraries(${name} PRIVATE outpost_flags ${A_LIBS} benchmark::benchmark)
    if(A_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS bench TIMEOUT 600
        ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8;QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software")
endfunction()

# outpost_fuzz(name SOURCES ... LIBS ...): a libFuzzer target; built only with OUTPOST_FUZZ (Clang).
function(outpost_fuzz name)
    if(NOT OUTPOST_FUZZ)
        return()
    endif()
    cmake_parse_arguments(A "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${A_SOURCES})
    target_link_libraries(${name} PRIVATE outpost_flags ${A_LIBS})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME ${name} COMMAND ${name} -max_total_time=20 -timeout=10 -rss_limit_mb=2048)
    set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()

# Compiled QML starts faster, and compiling it is half of a whole build: only what people install gets it.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    set(_outpost_qml_cache "")
else()
    set(_outpost_qml_cache NO_CACHEGEN)
endif()

# outpost_qml_module(Name QML a.qml ... SOURCES x.h x.cpp ... LIBS ... IMPORTS ...)
# Module URI Outpost.<Name>; two modules may not share an output folder, hence the URI as path.
function(outpost_qml_module name)
    cmake_parse_arguments(A "" "" "QML;SOURCES;LIBS;IMPORTS;RESOURCES;SINGLETONS" ${ARGN})
    foreach(file ${A_SINGLETONS})
        set_source_files_properties(${file} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endforeach()
    qt_add_library(outpost_qml_${name} STATIC)
    qt_add_qml_module(outpost_qml_${name}
        URI Outpost.${name}
        VERSION 1.0
        OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/Outpost/${name}"
        RESOURCE_PREFIX /qt/qml
        QML_FILES ${A_QML} ${A_SINGLETONS}
        SOURCES ${A_SOURCES}
        RESOURCES ${A_RESOURCES}
        IMPORTS ${A_IMPORTS}
        DEPENDENCIES QtQuick
        ${_outpost_qml_cache}
        IMPORT_PATH "${CMAKE_BINARY_DIR}/qml")
    set_target_properties(outpost_qml_${name} PROPERTIES AUTOMOC ON)
    target_include_directories(outpost_qml_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(outpost_qml_${name} PUBLIC Qt6::Qml Qt6::Quick PRIVATE outpost_flags ${A_LIBS})
endfunction()
