#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each gate against bad samples, which it must find at the right line, and good ones, which it must leave alone."""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parents[2]
GATES = TOP / "cmake" / "gates"
sys.path.insert(0, str(GATES))

from tree import Tree  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Sample(unittest.TestCase):
    def findings(self, gate, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            return importlib.import_module("rules." + gate).check(Tree(root))

    def assert_bad(self, gate, files, path, line, words):
        findings = self.findings(gate, files)
        for finding in findings:
            if finding.path == path and finding.line == line and words in finding.text:
                return
        self.fail(f"expected {path}:{line} ... {words}, got {[str(finding) for finding in findings]}")

    def assert_good(self, gate, files):
        self.assertEqual([], [str(finding) for finding in self.findings(gate, files)])


class Formatting(Sample):
    STYLE = (TOP / ".clang-format").read_text()

    def test_unformatted_code_is_found(self):
        self.assert_bad("formatting", {".clang-format": self.STYLE, "core/base/A.cpp": "int  a=1;\n"},
                        "core/base/A.cpp", 1, "not formatted")

    def test_missing_last_line_end_is_found(self):
        self.assert_bad("formatting", {"tools/a.py": "print(1)\nprint(2)"}, "tools/a.py", 2, "no line end")

    def test_trailing_blanks_are_found(self):
        self.assert_bad("formatting", {"qml/A.qml": "Item {\n}  \n"}, "qml/A.qml", 2, "blanks")

    def test_formatted_code_passes(self):
        self.assert_good("formatting", {".clang-format": self.STYLE, "core/base/A.cpp": "int a = 1;\n"})


class Spelling(Sample):
    def test_misspelt_comment_is_found(self):
        self.assert_bad("spelling", {"core/base/A.h": "// we rec" + "ieve it\n"}, "core/base/A.h", 1, "receive")

    def test_waiver_with_reason_is_honoured(self):
        self.assert_good("spelling", {"core/base/A.h": "// gate: allow spelling - a product's name\n// rec" + "ieve\n"})


class WellFormed(Sample):
    def test_broken_shell_script_is_found(self):
        self.assert_bad("wellformed", {"packaging/a.sh": "#!/bin/bash\nif true; then\n"}, "packaging/a.sh", 0, "a.sh")

    def test_broken_script_without_suffix_is_found(self):
        self.assert_bad("wellformed", {"check": "#!/usr/bin/env bash\nfor x in\n"}, "check", 0, "check")

    def test_broken_python_is_found(self):
        self.assert_bad("wellformed", {"cmake/a.py": "x = 1\ndef f(:\n"}, "cmake/a.py", 2, "does not parse")

    def test_broken_json_is_found(self):
        self.assert_bad("wellformed", {"resources/networks/a.json": '{\n"a": 1\n"b": 2\n}\n'}, "resources/networks/a.json", 3, "JSON")

    def test_broken_json_among_test_data_is_left_alone(self):
        self.assert_good("wellformed", {"tests/data/a.json": "{"})

    def test_broken_svg_is_found(self):
        self.assert_bad("wellformed", {"resources/icons/a.svg": "<svg>\n<path>\n</svg>\n"}, "resources/icons/a.svg", 3, "XML")

    def test_desktop_file_without_a_name_is_found(self):
        self.assert_bad("wellformed", {"packaging/a.desktop": "[Desktop Entry]\nType=Application\nExec=a\n"},
                        "packaging/a.desktop", 0, "Name")

    def test_metainfo_without_a_summary_is_found(self):
        text = '<?xml version="1.0" encoding="UTF-8"?>\n<component type="desktop-application"><id>a.b.c</id></component>\n'
        self.assert_bad("wellformed", {"packaging/a.metainfo.xml": text}, "packaging/a.metainfo.xml", 0, "summary")


class Layers(Sample):
    def test_upward_include_is_found(self):
        self.assert_bad("layers", {"core/base/A.h": '#pragma once\n#include "core/store/B.h"\n'},
                        "core/base/A.h", 2, "may not include")

    def test_include_across_one_level_is_found(self):
        self.assert_bad("layers", {"core/wallet/A.h": '#include "core/chain/solana/B.h"\n'},
                        "core/wallet/A.h", 1, "may not include")

    def test_core_including_app_is_found(self):
        self.assert_bad("layers", {"core/services/A.cpp": '#include "app/models/B.h"\n'},
                        "core/services/A.cpp", 1, "may not include")

    def test_demo_engine_including_the_client_side_is_found(self):
        for target in ("core/chain/solana/Message.h", "core/ledger/solana/Client.h", "core/services/A.h",
                       "core/networks/helium/Plans.h", "core/wallet/Signer.h"):
            self.assert_bad("layers", {"core/sim/A.cpp": f'#include "{target}"\n'}, "core/sim/A.cpp", 1, "may not include")

    def test_demo_engine_including_the_demo_port_passes(self):
        self.assert_good("layers", {"core/sim/A.cpp": '#include "core/networks/Demo.h"\n', "core/networks/Demo.h": ""})

    def test_network_including_another_is_found(self):
        self.assert_bad("layers", {"core/networks/one/A.cpp": '#include "core/networks/two/B.h"\n'},
                        "core/networks/one/A.cpp", 1, "may not know each other")

    def test_demo_of_a_network_including_its_client_is_found(self):
        self.assert_bad("layers", {"core/networks/one/demo/A.cpp": '#include "core/networks/one/B.h"\n'},
                        "core/networks/one/demo/A.cpp", 1, "may not include")

    def test_demo_of_a_network_including_the_codec_of_transactions_is_found(self):
        self.assert_bad("layers", {"core/networks/one/demo/A.cpp": '#include "core/chain/solana/B.h"\n'},
                        "core/networks/one/demo/A.cpp", 1, "may not include")

    def test_client_of_a_network_including_its_demo_is_found(self):
        self.assert_bad("layers", {"core/networks/one/A.cpp": '#include "core/networks/one/demo/B.h"\n'},
                        "core/networks/one/A.cpp", 1, "may not include")

    def test_circle_of_files_is_found(self):
        self.assert_bad("layers", {"core/base/A.h": '#include "core/base/B.h"\n', "core/base/B.h": '#include "core/base/C.h"\n',
                                   "core/base/C.h": '#include "core/base/A.h"\n'},
                        "core/base/C.h", 1, "include circle: core/base/A.h -> core/base/B.h -> core/base/C.h -> core/base/A.h")

    def test_circle_of_folders_is_found(self):
        self.assert_bad("layers", {"core/wallet/A.h": '#include "core/domain/B.h"\n',
                                   "core/domain/C.h": '#include "core/wallet/D.h"\n'},
                        "core/domain/C.h", 1, "include each other")

    def test_unknown_folder_is_found(self):
        self.assert_bad("layers", {"core/misc/A.h": "\n"}, "core/misc/A.h", 0, "does not know")

    def test_include_by_relative_path_is_found(self):
        self.assert_bad("layers", {"core/base/A.h": '#include "../domain/B.h"\n'}, "core/base/A.h", 1, "from the root")

    def test_window_type_in_core_is_found(self):
        self.assert_bad("layers", {"core/services/A.h": "#include <QColor>\n"}, "core/services/A.h", 1, "window")
        self.assert_bad("layers", {"core/net/CMakeLists.txt": "outpost_library(x\n PUBLIC_LIBS Qt6::Gui)\n"},
                        "core/net/CMakeLists.txt", 2, "may not link")

    def test_commented_include_is_left_alone(self):
        self.assert_good("layers", {"core/base/A.h": '// #include "core/store/B.h"\n/*\n#include "app/x.h"\n*/\n'})

    def test_control_importing_a_screen_is_found(self):
        self.assert_bad("layers", {"qml/Controls/A.qml": "import QtQuick\nimport Outpost.Screens\nItem {}\n"},
                        "qml/Controls/A.qml", 2, "may not import")

    def test_downward_use_passes(self):
        self.assert_good("layers", {"core/services/A.h": '#include "core/store/B.h"\n#include "core/base/C.h"\n',
                                    "app/models/M.h": '#include "core/services/A.h"\n',
                                    "qml/Screens/S.qml": "import Outpost.Controls\nItem {}\n",
                                    "tests/unit/T.cpp": '#include "app/models/M.h"\n'})


class QtFree(Sample):
    def test_qt_header_is_found(self):
        self.assert_bad("qtfree", {"core/wallet/A.h": "#pragma once\n#include <QByteArray>\n"}, "core/wallet/A.h", 2, "QByteArray")

    def test_qt_module_header_is_found(self):
        self.assert_bad("qtfree", {"core/chain/solana/A.h": "#include <QtCore/qglobal.h>\n"}, "core/chain/solana/A.h", 1, "without Qt")

    def test_qt_type_is_found(self):
        self.assert_bad("qtfree", {"core/domain/A.h": "class QString;\n"}, "core/domain/A.h", 1, "QString")

    def test_linked_qt_is_found(self):
        self.assert_bad("qtfree", {"core/codec/CMakeLists.txt": "outpost_library(core_codec\n PUBLIC_LIBS Qt6::Core)\n"},
                        "core/codec/CMakeLists.txt", 2, "Qt6::Core")

    def test_qt_switch_of_the_library_function_is_found(self):
        self.assert_bad("qtfree", {"core/base/CMakeLists.txt": "outpost_library(core_base\n SOURCES a.cpp QT)\n"},
                        "core/base/CMakeLists.txt", 1, "QT")

    def test_plain_code_and_other_folders_pass(self):
        self.assert_good("qtfree", {"core/base/A.h": "#include <string>\n// QString is not used here\n",
                                    "core/net/B.h": "#include <QString>\n",
                                    "core/codec/Q.cpp": "#include <qrcodegen.hpp>\n"})


class Networks(Sample):
    DESCRIPTOR = '{"id": "helium", "assets": [{"symbol": "HNT", "mint": "hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux"}]}\n'
    TREE = {"core/networks/helium/A.h": "// helium, HNT\n", "resources/networks/helium.json": DESCRIPTOR}

    def test_name_in_core_is_found(self):
        self.assert_bad("networks", {**self.TREE, "core/services/A.cpp": "\nvoid claimHeliumRewards();\n"},
                        "core/services/A.cpp", 2, "Helium")

    def test_symbol_in_app_is_found(self):
        self.assert_bad("networks", {**self.TREE, "app/format/A.cpp": 'auto a = "HNT";\n'}, "app/format/A.cpp", 1, "HNT")

    def test_mint_in_qml_is_found(self):
        self.assert_bad("networks", {**self.TREE, "qml/Screens/A.qml": 'Item { a: "hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux" }\n'},
                        "qml/Screens/A.qml", 1, "hntyVP6Y")

    def test_symbol_inside_a_longer_word_is_left_alone(self):
        self.assert_good("networks", {**self.TREE, "app/format/A.cpp": "int WHNTX = 0;\n"})

    def test_own_folder_descriptor_tests_and_docs_pass(self):
        self.assert_good("networks", {**self.TREE, "tests/unit/A.cpp": "// helium\n", "docs/a.md": "Helium\n", "README.md": "HNT\n"})

    def test_composition_line_passes_and_other_lines_there_do_not(self):
        self.assert_good("networks", {**self.TREE, "app/composition/A.cpp": '#include "core/networks/helium/A.h"\n'})
        self.assert_bad("networks", {**self.TREE, "app/composition/A.cpp": 'if (id == "helium") return;\n'},
                        "app/composition/A.cpp", 1, "helium")

    def test_one_network_in_the_folder_of_another_is_found(self):
        self.assert_bad("networks", {**self.TREE, "core/networks/acme/A.cpp": "// as helium does\n", "core/networks/acme/B.h": ""},
                        "core/networks/acme/A.cpp", 1, "helium")


class Forbidden(Sample):
    def bad(self, path, code, rule):
        self.assert_bad("forbidden", {path: SPDX + code + "\n"}, path, 2, rule)

    def test_nested_event_loop_is_found(self):
        self.bad("core/net/A.cpp", "QEventLoop loop;", "event-loop")
        self.bad("app/models/A.cpp", "QCoreApplication::processEvents();", "event-loop")

    def test_blocking_wait_is_found(self):
        self.bad("core/links/A.cpp", "port.waitForReadyRead(100);", "blocking-wait")
        self.bad("core/net/A.cpp", "future.waitForFinished();", "blocking-wait")

    def test_sleep_is_found_in_tests_too(self):
        self.bad("tests/unit/A.cpp", "std::this_thread::sleep_for(1s);", "sleep")
        self.bad("app/A.cpp", "QThread::msleep(5);", "sleep")

    def test_detached_thread_is_found(self):
        self.bad("core/net/A.cpp", "thread.detach();", "detach")

    def test_context_property_is_found(self):
        self.bad("app/A.cpp", 'engine.rootContext()->setContextProperty("a", &a);', "context-property")

    def test_registration_by_hand_is_found(self):
        self.bad("app/A.cpp", 'qmlRegisterType<Map>("A", 1, 0, "Map");', "qml-register")

    def test_singleton_is_found(self):
        self.bad("core/services/A.h", "static Registry& instance();", "singleton")

    def test_shell_is_found(self):
        self.bad("app/A.cpp", "std::system(command);", "shell")

    def test_unbounded_copy_is_found(self):
        self.bad("core/codec/A.cpp", "strcpy(to, from);", "unbounded-copy")

    def test_log_without_category_is_found(self):
        self.bad("core/net/A.cpp", "qDebug() << 1;", "plain-debug")

    def test_floating_point_in_money_is_found(self):
        for path in ("core/domain/Amount.h", "core/wallet/A.cpp", "core/chain/solana/Fee.cpp", "core/services/PriceService.cpp",
                     "core/networks/helium/EarningsReader.cpp", "app/format/MoneyText.cpp"):
            self.bad(path, "double value = 0;", "float-money")
        self.bad("core/domain/Price.cpp", "auto a = std::stod(text);", "float-money")

    def test_floating_point_where_amounts_are_shown_is_found(self):
        for path in ("app/viewmodels/HomeViewModel.cpp", "app/cli/MoneyCommands.cpp", "app/format/Format.cpp",
                     "core/services/Acts.cpp", "core/store/Series.cpp"):
            self.bad(path, "const double total = 0;", "float-money")
        self.bad("app/viewmodels/WalletViewModel.cpp", "auto a = text.toDouble();", "float-money")

    def test_floating_point_that_says_what_it_is_passes(self):
        self.assert_good("forbidden", {
            "app/viewmodels/A.h": SPDX + "double latitude = 0;\nQList<double> bars;\nconstexpr double kFar = 9; // metres\n",
            "core/services/A.cpp": SPDX + "// gate: allow float-money - bits of entropy\ndouble bits = 0;\n"})

    def test_floating_point_for_places_passes(self):
        self.assert_good("forbidden", {"core/domain/GeoPoint.h": SPDX + "double latitude = 0;\n"})

    def test_weak_randomness_is_found(self):
        for code in ("std::mt19937 random;", "std::random_device device;", "QRandomGenerator::global();", "int a = rand();"):
            self.bad("core/wallet/A.cpp", code, "weak-random")
        self.bad("core/services/A.cpp", "std::mt19937_64 random;", "weak-random")

    def test_seeded_randomness_of_the_demo_passes(self):
        self.assert_good("forbidden", {"core/sim/A.cpp": SPDX + "std::mt19937_64 random;\n",
                                       "core/networks/helium/demo/A.cpp": SPDX + "std::mt19937_64 random;\n"})

    def test_second_source_of_secure_randomness_is_found(self):
        self.bad("core/wallet/A.cpp", "randombytes_buf(a, 32);", "second-rng")
        self.assert_good("forbidden", {"core/base/SecureRng.cpp": SPDX + "randombytes_buf(a, 32);\n"})

    def test_unfinished_work_without_an_issue_is_found(self):
        self.bad("core/net/A.cpp", "// TO" + "DO later", "todo")
        self.assert_good("forbidden", {"core/net/A.cpp": SPDX + "// TO" + "DO(#12) later\n"})

    def test_effect_in_qml_is_found(self):
        self.assert_bad("forbidden", {"qml/Controls/A.qml": "Item {\n MultiEffect {}\n}\n"}, "qml/Controls/A.qml", 2, "effect")

    def test_words_in_comments_and_strings_are_left_alone(self):
        self.assert_good("forbidden", {"core/net/A.cpp": SPDX + '// QEventLoop would be wrong\nauto a = "processEvents()";\n'})

    def test_waiver_needs_a_reason(self):
        line = "QEventLoop loop; // gate: allow event-loop"
        self.bad("app/A.cpp", line, "event-loop")
        self.assert_good("forbidden", {"app/A.cpp": SPDX + line + " - the crash reporter has no other thread\n"})


class Tokens(Sample):
    def bad(self, code, rule):
        self.assert_bad("tokens", {"qml/Controls/A.qml": "Item {\n" + code + "\n}\n"}, "qml/Controls/A.qml", 2, rule)

    def test_hex_colour_is_found(self):
        self.bad('color: "#0B7A5E"', "colour")
        self.bad("border.color: '#fff'", "colour")

    def test_named_colour_is_found(self):
        self.bad('color: "red"', "colour")

    def test_computed_colour_is_found(self):
        self.bad("color: Qt.rgba(0, 0, 0, 0.5)", "colour")

    def test_font_size_is_found(self):
        self.bad("font.pixelSize: 14", "font-size")

    def test_duration_is_found(self):
        self.bad("NumberAnimation { duration: 120 }", "duration")

    def test_colour_in_cpp_is_found(self):
        self.assert_bad("tokens", {"app/map/A.cpp": "auto a = QColor(255, 0, 0);\n"}, "app/map/A.cpp", 1, "colour")

    def test_tokens_and_the_theme_itself_pass(self):
        self.assert_good("tokens", {"qml/Theme/Colours.qml": 'QtObject { property color accent: "#0B7A5E" }\n',
                                    "qml/Controls/A.qml": "Rectangle {\n color: Theme.accent\n border.color: \"transparent\"\n"
                                    " font.pixelSize: Theme.body\n // was #fff\n NumberAnimation { duration: Theme.fast }\n}\n"})


class Untranslated(Sample):
    def bad(self, code, words, line=2):
        self.assert_bad("untranslated", {"qml/Screens/A.qml": "Item {\n" + code + "\n}\n"}, "qml/Screens/A.qml", line, words)

    def test_bare_text_is_found(self):
        self.bad('text: "Collect"', "Collect")

    def test_bare_accessible_name_is_found(self):
        self.bad('Accessible.name: "Search devices"', "Search devices")

    def test_one_branch_of_a_choice_is_found(self):
        self.bad('text: ready ? qsTr("Ready") : "Waiting"', "Waiting")

    def test_branch_on_the_next_line_is_found(self):
        self.bad('title: ready\n    ? qsTr("Ready")\n    : "Waiting"', "Waiting", 4)

    def test_text_beside_a_translated_one_is_found(self):
        self.bad('placeholderText: qsTr("Name") + " (optional)"', "optional")

    def test_block_binding_is_found(self):
        self.bad('text: {\n  return "Nothing here"\n}', "Nothing here", 3)

    def test_announcement_is_found(self):
        self.bad('onClicked: Accessible.announce("Copied")', "announce")

    def test_translated_text_signs_and_comparisons_pass(self):
        code = ('text: qsTr("Collect %1").arg(amount)\n title: "\u2022"\n text: state === "ready" ? qsTr("Ready") : "%1"\n'
                ' text: names["ready"]\n // text: "old"\n property string text: ""\n label: root.label\n')
        self.assert_good("untranslated", {"qml/Screens/A.qml": "Item {\n" + code + "}\n"})

    def test_binding_after_a_translated_choice_is_left_alone(self):
        code = 'text: open ? qsTr("Hide") : qsTr("Show")\n iconName: open ? "chevron-up" : "chevron-down"\n title: "Outpost"\n'
        self.assert_good("untranslated", {"qml/Screens/A.qml": "Item {\n" + code + "}\n"})

    def test_bare_text_in_cpp_is_found(self):
        for code in ('QString a = QStringLiteral("Nothing here yet");', 'm_title = u"Collect"_s;', 'm_hint = QStringLiteral(u"try again.");',
                     'auto a = QString::fromUtf8("One device is away");', 'm_text = QLatin1String("Waiting");'):
            for path in ("app/viewmodels/A.cpp", "app/format/A.cpp", "app/models/A.h"):
                self.assert_bad("untranslated", {path: SPDX + code + "\n"}, path, 2, "not translated")

    def test_keys_names_and_translated_text_in_cpp_pass(self):
        code = ('a = QStringLiteral("chevron-up"); b = QLatin1String("wizard.step"); c = u"unlock"; d = tr("Nothing here yet");\n'
                'e = QStringLiteral("https://example.org/A b"); f = QStringLiteral("%1 \u00b7 %2"); g = QStringLiteral("Outpost");\n'
                '// gate: allow untranslated - a product\'s name\nh = QStringLiteral("Noto Sans");\n')
        self.assert_good("untranslated", {"app/viewmodels/A.cpp": SPDX + code, "app/cli/A.cpp": SPDX + 'a = u"Reading the file";\n'})

    def test_gallery_is_left_alone(self):
        self.assert_good("untranslated", {"qml/Gallery/A.qml": 'Label { text: "All states" }\n'})


class QmlLint(unittest.TestCase):
    """The project's own settings, as the target all_qmllint uses them."""

    def lint(self, code):
        program = next((path for path in ("/usr/lib/qt6/bin/qmllint", shutil.which("qmllint6"), shutil.which("qmllint"))
                        if path and Path(path).is_file()), None)
        if program is None:
            self.skipTest("qmllint is not installed")
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(TOP / ".qmllint.ini", folder)
            file = Path(folder) / "A.qml"
            file.write_text("pragma ComponentBehavior: Bound\nimport QtQuick\n" + code + "\n", encoding="utf-8")
            done = subprocess.run([program, str(file)], cwd=folder, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout + done.stderr

    def test_unqualified_name_is_found(self):
        code, output = self.lint("Item { id: root; property int a: 1; Item { width: a } }")
        self.assertNotEqual(code, 0, output)
        self.assertIn("nqualified", output)

    def test_unknown_member_is_found(self):
        code, output = self.lint('Text { txet: "a" }')
        self.assertNotEqual(code, 0, output)
        self.assertIn("txet", output)

    def test_clean_file_passes(self):
        code, output = self.lint("Item { id: root; property int a: 1; Item { width: root.a } }")
        self.assertEqual(code, 0, output)


class Licences(Sample):
    def test_file_without_licence_is_found(self):
        self.assert_bad("licences", {"LICENSE": "x", "core/base/A.h": "#pragma once\n"}, "core/base/A.h", 1, "SPDX")

    def test_command_without_licence_is_found(self):
        self.assert_bad("licences", {"LICENSE": "x", "check": "#!/bin/bash\n"}, "check", 1, "SPDX")

    def test_font_without_licence_is_found(self):
        self.assert_bad("licences", {"LICENSE": "x", "resources/fonts/A.ttf": "x"}, "resources/fonts/A.ttf", 0, "font")

    def test_missing_licence_of_the_project_is_found(self):
        self.assert_bad("licences", {"core/base/A.h": SPDX}, "LICENSE", 0, "missing")

    def test_marked_files_pass(self):
        self.assert_good("licences", {"LICENSE": "x", "core/base/A.h": SPDX, "resources/fonts/A.ttf": "x",
                                      "resources/fonts/LICENSE-A.txt": "x"})


class Paths(Sample):
    def test_path_of_a_machine_is_found(self):
        self.assert_bad("paths", {"docs/a.md": "see\n/ho" + "me/alice/outpost\n"}, "docs/a.md", 2, "one machine")
        self.assert_bad("paths", {"core/a.cpp": "// ../sha" + "red/facts\n"}, "core/a.cpp", 1, "one machine")

    def test_mirror_is_found(self):
        self.assert_bad("paths", {"packaging/a.sh": "deb http://ftp.de.deb" + "ian.org/debian trixie\n"}, "packaging/a.sh", 1, "mirror")

    def test_ordinary_paths_pass(self):
        self.assert_good("paths", {"packaging/a.sh": "cat /etc/os-release /usr/share/doc/x ~/.cache/outpost /tmp/x\n"})


class Sizes(Sample):
    def test_long_file_is_told_but_never_fails(self):
        self.assert_bad("sizes", {"core/base/A.cpp": "\n" * 700}, "core/base/A.cpp", 0, "700 lines")
        self.assertTrue(importlib.import_module("rules.sizes").INFORMATION)


class Translations(Sample):
    SOURCE = {"qml/A.qml": 'import QtQuick\nText { text: qsTr("Collect") }\n', "app/.keep": "", "core/.keep": ""}

    def run_gate(self, translation):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in {**self.SOURCE, "translations/outpost_de.ts": translation}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, str(GATES / "translations.py"), "--root", folder],
                                  capture_output=True, text=True, check=False)
            return done.returncode, done.stdout

    @staticmethod
    def translation(source, attributes="", text="Einsammeln"):
        return ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de_DE">\n<context>\n<name>A</name>\n'
                f"<message><source>{source}</source><translation{attributes}>{text}</translation></message>\n</context>\n</TS>\n")

    def test_complete_translation_passes(self):
        self.assertEqual(0, self.run_gate(self.translation("Collect"))[0])

    def test_text_missing_from_the_translation_is_found(self):
        status, output = self.run_gate(self.translation("Send"))
        self.assertEqual(1, status)
        self.assertIn('"Collect"', output)

    def test_text_that_left_the_sources_is_found(self):
        status, output = self.run_gate(self.translation("Collect").replace("</context>",
                                       "<message><source>Old</source><translation>Alt</translation></message></context>"))
        self.assertEqual(1, status)
        self.assertIn('"Old"', output)

    def test_unfinished_translation_is_found(self):
        status, output = self.run_gate(self.translation("Collect", ' type="unfinished"', ""))
        self.assertEqual(1, status)
        self.assertIn("unfinished", output)


class Runner(unittest.TestCase):
    def run_gates(self, files, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(text)
            return subprocess.run([sys.executable, str(GATES / "gates.py"), "--root", folder, *arguments],
                                  capture_output=True, text=True, check=False)

    def test_findings_make_the_exit_code_one(self):
        done = self.run_gates({"core/base/A.h": "#pragma once\n"}, "licences")
        self.assertEqual(1, done.returncode)
        self.assertIn("FAILED", done.stdout)

    def test_clean_tree_makes_the_exit_code_zero(self):
        self.assertEqual(0, self.run_gates({"LICENSE": "x"}, "licences", "layers", "sizes").returncode)

    def test_unknown_gate_is_refused(self):
        self.assertEqual(2, self.run_gates({}, "nonesuch").returncode)

    def test_every_rule_file_is_run_and_tested(self):
        listed = subprocess.run([sys.executable, str(GATES / "gates.py"), "--list"], capture_output=True, text=True,
                                check=True).stdout.split()
        rules = {path.stem for path in (GATES / "rules").glob("*.py")} - {"__init__"}
        self.assertEqual(rules, set(listed))
        here = {name.lower() for name in globals()}
        self.assertEqual(set(), rules - here)

    def test_files_that_git_ignores_are_left_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "core/base").mkdir(parents=True)
            (root / "core/base/A.h").write_text("#pragma once\n")
            (root / ".gitignore").write_text("core/\n")
            (root / "LICENSE").write_text("x")
            environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
            subprocess.run(["git", "init", "-q", folder], check=True, env=environment)
            self.assertNotIn("core/base/A.h", Tree(root).files)


if __name__ == "__main__":
    unittest.main()
