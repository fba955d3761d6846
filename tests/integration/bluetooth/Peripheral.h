// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace outpost::test {

/// Steers the simulated devices of tests/peers/ble over the bus that they live on.
class Peripheral {
public:
    QJsonObject ask(const QJsonObject& question)
    {
        QDBusInterface peripheral(QStringLiteral("org.bluez"), QStringLiteral("/org/outpost/peripheral"),
                                  QStringLiteral("org.outpost.Peripheral1"), QDBusConnection::systemBus());
        const QDBusReply<QString> reply = peripheral.call(
            QStringLiteral("Ask"), QString::fromUtf8(QJsonDocument(question).toJson(QJsonDocument::Compact)));
        if (!reply.isValid())
            qFatal("the peripheral does not answer: %s", qPrintable(reply.error().message()));
        const auto answer = QJsonDocument::fromJson(reply.value().toUtf8()).object();
        if (answer.contains(QStringLiteral("error")))
            qFatal("the peripheral refuses: %s", qPrintable(answer[QStringLiteral("error")].toString()));
        return answer;
    }
    /// A new scene with one device of these settings.
    void reset(const char* settings, int strangers = 2)
    {
        QJsonParseError error{};
        const auto device = QJsonDocument::fromJson(settings, &error);
        if (device.isNull())
            qFatal("settings: %s", qPrintable(error.errorString()));
        ask({{QStringLiteral("op"), QStringLiteral("reset")},
             {QStringLiteral("devices"), QJsonArray{device.object()}},
             {QStringLiteral("strangers"), strangers}});
    }
    QJsonObject device()
    {
        return ask({{QStringLiteral("op"), QStringLiteral("state")}})[QStringLiteral("devices")]
            .toArray()
            .first()
            .toObject();
    }
    void power(bool on) { ask({{QStringLiteral("op"), QStringLiteral("power")}, {QStringLiteral("on"), on}}); }
};

} // namespace outpost::test
