// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace outpost::app {
namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< several for plurals
};

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    QString text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement) // <numerusform>
            message.translations << xml.readElementText();
        else
            text += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations << text;
}

std::vector<Message> german()
{
    QFile file(QStringLiteral(OUTPOST_SOURCE_DIR "/translations/outpost_de.ts"));
    std::vector<Message> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            all.push_back({context, xml.readElementText(), {}});
        else if (xml.name() == u"translation" && !all.empty())
            readTranslation(xml, all.back());
    }
    return all;
}

/// %1, %n and {name}, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[0-9]+|n)|\\{\\w+\\}"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

TEST(Translation, TheGermanFileIsThere)
{
    EXPECT_GT(german().size(), 300u);
}

TEST(Translation, GermanKeepsEveryPlaceholder)
{
    for (const Message& message : german()) {
        for (const QString& translation : message.translations) {
            QStringList wanted = placeholders(message.source);
            QStringList there = placeholders(translation);
            // A plural form may say "one" in words.
            if (message.source.contains(QStringLiteral("%n"))) {
                wanted.removeAll(QStringLiteral("%n"));
                there.removeAll(QStringLiteral("%n"));
            }
            EXPECT_EQ(wanted, there) << message.context.toStdString() << ": " << message.source.toStdString();
        }
    }
}

TEST(Translation, GermanSpeaksOfTheSameFailures)
{
    QTranslator german;
    ASSERT_TRUE(german.load(QStringLiteral(":/i18n/outpost_de.qm")));
    EXPECT_EQ(german.translate("Error", "The password is wrong."), u"Das Passwort ist falsch.");
}

} // namespace
} // namespace outpost::app
