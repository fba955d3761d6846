// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/wizard/PlaceChooser.h"

#include "app/format/ErrorText.h"
#include "core/codec/Place.h"

namespace outpost::app::wizard {

namespace {

constexpr qsizetype kMaxPlaceText = 512;
constexpr qsizetype kMaxNumberText = 8;
constexpr int kMaxHeight = 1000;
constexpr int kUsualResolution = 12;

std::optional<std::int32_t> tenths(QString text)
{
    text = text.trimmed();
    text.replace(u',', u'.');
    const bool negative = text.startsWith(u'-') || text.startsWith(QChar(0x2212));
    if (negative)
        text.remove(0, 1);
    const auto parsed = parseDecimal(text.toStdString(), 1);
    if (!parsed || text.size() > 6)
        return std::nullopt;
    const auto value = static_cast<std::int32_t>(parsed->native());
    return negative ? -value : value;
}

} // namespace

PlaceChooser::PlaceChooser(State& state, QObject* parent)
    : m_state(state), m_ownDevices({"key", "name", "latitude", "longitude", "status"}, parent)
{}

int PlaceChooser::cellResolution() const
{
    return m_state.offer ? m_state.offer->cellResolution : kUsualResolution;
}

outpost::Place PlaceChooser::place() const
{
    outpost::Place chosen = m_choice ? m_choice->place : outpost::Place{};
    chosen.gainTenthDbi = m_gain;
    chosen.elevationMetres = m_height;
    return chosen;
}

QString PlaceChooser::cellLine() const
{
    if (!m_choice)
        return {};
    //: About the cell of the map a place falls into; both are distances, for instance "19 m".
    return tr("One cell, about %1 across, %2 from your pin")
        .arg(m_state.format.distance(m_choice->cellAcrossMetres), m_state.format.distance(m_choice->pinToCentreMetres));
}

QString PlaceChooser::gainHint() const
{
    const auto& offer = m_state.offer;
    if (!offer || offer->maxGainTenthDbi <= offer->minGainTenthDbi)
        return {};
    const auto spell = [this](std::int32_t value) { return m_state.format.locale().toString(value / 10.0, 'f', 1); };
    //: Limits of an antenna's gain.
    return tr("%1 to %2").arg(spell(offer->minGainTenthDbi), spell(offer->maxGainTenthDbi));
}

Task<void> PlaceChooser::readOwnDevices()
{
    const auto guard = m_state.guard();
    OUTPOST_CO_TRY(const auto devices, co_await m_state.engine.devices().all());
    if (!guard)
        co_return Result<void>{};
    QList<WizardRows::Row> rows;
    for (const Device& device : devices) {
        if (!device.place || device.id == m_state.device)
            continue;
        rows.append({toQString(device.id.str()), shownName(device), device.place->centre.latitude,
                     device.place->centre.longitude, static_cast<int>(device.status)});
    }
    m_ownDevices.set(std::move(rows));
    co_return Result<void>{};
}

void PlaceChooser::pick(GeoPoint pin)
{
    m_error.clear();
    async::toFuture(choose(pin));
}

Task<void> PlaceChooser::choose(GeoPoint pin)
{
    const auto guard = m_state.guard();
    auto choice = co_await m_state.engine.acts().choosePlace(m_state.device, pin, cellResolution());
    if (!guard)
        co_return Result<void>{};
    if (!choice) {
        m_error = ErrorText::of(choice.error()).message;
        m_state.changed();
        co_return Result<void>{};
    }
    m_choice = std::move(*choice);
    m_text = m_state.format.coordinates(m_choice->pin);
    m_error.clear();
    m_state.save();
    m_state.changed();
    if (std::exchange(m_typed, false) && onTyped)
        onTyped();
    co_return Result<void>{};
}

void PlaceChooser::type(const QString& text)
{
    const auto parsed = codec::parsePlace(text.left(kMaxPlaceText).toStdString());
    if (!parsed) {
        const ErrorText words = ErrorText::of(parsed.error());
        m_text = text.left(kMaxPlaceText);
        m_error = words.action.isEmpty() ? words.message : words.message + u' ' + words.action;
        m_state.changed();
        return;
    }
    find({parsed->latitude, parsed->longitude});
}

void PlaceChooser::find(GeoPoint pin)
{
    m_typed = true;
    pick(pin);
}

void PlaceChooser::readGain(const QString& text)
{
    m_gainText = text.left(kMaxNumberText);
    m_gain = tenths(m_gainText);
    m_gainError.clear();
    const auto& offer = m_state.offer;
    const bool outside = m_gain && offer && offer->maxGainTenthDbi > offer->minGainTenthDbi &&
                         (*m_gain < offer->minGainTenthDbi || *m_gain > offer->maxGainTenthDbi);
    if (!m_gainText.trimmed().isEmpty() && (!m_gain || outside))
        //: %1 is a range, for instance "1.0 to 15.0".
        m_gainError = tr("Type a number from %1.").arg(gainHint());
}

void PlaceChooser::readHeight(const QString& text)
{
    m_heightText = text.left(kMaxNumberText);
    m_heightError.clear();
    bool ok = false;
    const int height = m_heightText.trimmed().toInt(&ok);
    m_height = ok ? std::optional(height) : std::nullopt;
    if (!m_heightText.trimmed().isEmpty() && (!ok || height < 0 || height > kMaxHeight))
        m_heightError = tr("Type whole metres, 0 to %1.").arg(kMaxHeight);
}

void PlaceChooser::typeGain(const QString& text)
{
    readGain(text);
    m_state.save();
    m_state.changed();
}

void PlaceChooser::typeHeight(const QString& text)
{
    readHeight(text);
    m_state.save();
    m_state.changed();
}

void PlaceChooser::take(const std::optional<GeoPoint>& pin, const QString& gain, const QString& height)
{
    readGain(gain);
    readHeight(height);
    if (pin)
        async::toFuture(choose(*pin));
}

void PlaceChooser::reset()
{
    m_choice.reset();
    m_typed = false;
    m_text.clear();
    m_error.clear();
    m_gainText.clear();
    m_gainError.clear();
    m_gain.reset();
    m_heightText.clear();
    m_heightError.clear();
    m_height.reset();
}

} // namespace outpost::app::wizard
