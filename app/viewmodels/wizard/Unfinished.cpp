// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/Unfinished.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace outpost::app::wizard {

namespace {

constexpr std::string_view kKey = "wizard.";
constexpr std::size_t kMostBytes = 4096;
constexpr double kNowhere = 1000; // no valid degree

std::string keyOf(const DeviceId& device)
{
    return std::string(kKey) + device.str();
}

std::string write(const Unfinished::Choices& choices)
{
    QJsonObject json{{QStringLiteral("name"), toQString(choices.name)},
                     {QStringLiteral("step"), choices.step},
                     {QStringLiteral("gain"), choices.gain},
                     {QStringLiteral("height"), choices.height},
                     {QStringLiteral("operation"), toQString(choices.operation.str())}};
    if (choices.pin) {
        json[QStringLiteral("latitude")] = choices.pin->latitude;
        json[QStringLiteral("longitude")] = choices.pin->longitude;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

Unfinished::Choices read(const std::string& text)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    Unfinished::Choices choices{.name = plainText(json[QStringLiteral("name")].toString().toStdString(), 64),
                                .step = std::clamp(json[QStringLiteral("step")].toInt(Check), int(Check), int(Review)),
                                .pin = std::nullopt,
                                .gain = json[QStringLiteral("gain")].toString().left(8),
                                .height = json[QStringLiteral("height")].toString().left(8),
                                .operation =
                                    OperationId(json[QStringLiteral("operation")].toString().left(64).toStdString())};
    const GeoPoint pin{json[QStringLiteral("latitude")].toDouble(kNowhere),
                       json[QStringLiteral("longitude")].toDouble(kNowhere)};
    if (isValidPoint(pin))
        choices.pin = pin;
    return choices;
}

} // namespace

Unfinished::Unfinished(State& state, QObject* parent) : m_state(state), m_rows({"deviceId", "name", "note"}, parent) {}

Task<void> Unfinished::load()
{
    const auto guard = m_state.guard();
    OUTPOST_CO_TRY(const auto all, co_await m_state.engine.settings().all());
    if (!guard)
        co_return Result<void>{};
    m_choices.clear();
    for (const auto& [key, value] : all) {
        if (key.starts_with(kKey) && !value.empty() && value.size() <= kMostBytes)
            m_choices.emplace(DeviceId(key.substr(kKey.size())), read(value));
    }
    show();
    m_state.changed();
    co_return Result<void>{};
}

void Unfinished::show()
{
    QList<WizardRows::Row> rows;
    for (const auto& [id, choices] : m_choices) {
        const bool running = m_state.engine.runner().isRunning(choices.operation);
        const QString note = choices.operation.isEmpty() ? tr("Not registered yet")
                             : running                   ? tr("Being registered now")
                                                         : tr("Registering was interrupted");
        rows.append({toQString(id.str()), shownText(choices.name), note});
    }
    m_rows.set(std::move(rows));
}

const Unfinished::Choices* Unfinished::find(const DeviceId& device) const
{
    const auto found = m_choices.find(device);
    return found == m_choices.end() ? nullptr : &found->second;
}

void Unfinished::keep(const DeviceId& device, Choices choices)
{
    (void)m_state.engine.settings().set(keyOf(device), write(choices));
    m_choices.insert_or_assign(device, std::move(choices));
}

void Unfinished::drop(const DeviceId& device)
{
    m_choices.erase(device);
    show();
    (void)m_state.engine.settings().set(keyOf(device), {});
}

Task<void> Unfinished::forget(DeviceId device)
{
    const auto guard = m_state.guard();
    m_choices.erase(device);
    (void)co_await m_state.engine.settings().set(keyOf(device), {});
    if (guard)
        (void)co_await load();
    co_return Result<void>{};
}

} // namespace outpost::app::wizard
