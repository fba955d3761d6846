# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the Debian package made of it: `cpack -G DEB` in a build folder, or
# packaging/package.sh. Included by the root CMakeLists.txt after every target is known.
include(GNUInstallDirs)

set(OUTPOST_APP_ID "org.outpost.Outpost")
foreach(_program outpost outpostctl)
    if(TARGET ${_program})
        install(TARGETS ${_program} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    endif()
endforeach()
install(FILES "${CMAKE_CURRENT_LIST_DIR}/desktop/${OUTPOST_APP_ID}.desktop"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/desktop/${OUTPOST_APP_ID}.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/desktop/${OUTPOST_APP_ID}.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# Debian wants manual pages compressed, without a time stamp in them.
find_program(OUTPOST_GZIP gzip REQUIRED)
foreach(_page outpost outpostctl)
    set(_source "${CMAKE_SOURCE_DIR}/docs/man/${_page}.1")
    if(EXISTS "${_source}")
        set(_packed "${CMAKE_BINARY_DIR}/man/${_page}.1.gz")
        add_custom_command(OUTPUT "${_packed}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/man"
            COMMAND sh -c "\"$1\" -9nc \"$2\" > \"$3\"" _ "${OUTPOST_GZIP}" "${_source}" "${_packed}"
            DEPENDS "${_source}"
            COMMENT "Compressing ${_page}.1"
            VERBATIM)
        add_custom_target(outpost_man_${_page} ALL DEPENDS "${_packed}")
        if(TARGET ${_page})
            add_dependencies(${_page} outpost_man_${_page})
        endif()
        install(FILES "${_packed}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    endif()
endforeach()
if(TARGET outpostctl)
    # From the program itself, which knows what it declares.
    set(_completion "${CMAKE_BINARY_DIR}/completion/outpostctl")
    add_custom_command(OUTPUT "${_completion}"
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/completion"
        COMMAND sh -c "\"$1\" --completion > \"$2\"" _ "$<TARGET_FILE:outpostctl>" "${_completion}"
        DEPENDS outpostctl
        COMMENT "Making the completion of outpostctl"
        VERBATIM)
    add_custom_target(outpost_completion ALL DEPENDS "${_completion}")
    install(FILES "${_completion}" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME outpost)
set(CPACK_PACKAGE_VENDOR "Outpost")
set(CPACK_PACKAGE_CONTACT "The Outpost developers <outpost@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console and wallet for people who run physical network devices")
set(CPACK_PACKAGE_DESCRIPTION
"Outpost finds a hotspot or a weather station beside you over Bluetooth, gives
it internet, registers it with its place, shows what it earns in your own
currency, and collects that money into a wallet whose keys stay on this
computer. It comes with a demo network: a made-up world to try everything
without real money.
.
This package holds the console, outpost, and the command line, outpostctl.")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/package")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# QML modules and Qt's plugins are loaded at run time, so that no linker knows of them.
# test-package.sh starts the console with nothing but these installed.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "qml6-module-qtcore, qml6-module-qtlocation, qml6-module-qtpositioning, qml6-module-qtqml, qml6-module-qtqml-models, qml6-module-qtqml-workerscript, qml6-module-qtquick, qml6-module-qtquick-controls, qml6-module-qtquick-dialogs, qml6-module-qtquick-layouts, qml6-module-qtquick-shapes, qml6-module-qtquick-templates, qml6-module-qtquick-window, qt6-location-plugins, qt6-qpa-plugins, qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "bluez, ca-certificates, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
