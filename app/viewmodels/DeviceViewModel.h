// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CollectViewModel.h"

#include "app/platform/SecretInput.h"
#include "core/services/DeviceHealth.h"

namespace outpost::app {

/// One device: lamps with their source and age, what it earned, where it stands, its Wi-Fi and its own diagnostics.
/// What needs the device beside the computer is asked only when the person says so; what the network's own services
/// know of it is asked when the page opens. **Thread:** GUI.
class DeviceViewModel final : public ScreenViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QString key READ key NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString networkName READ networkName NOTIFY changed FINAL)
    Q_PROPERTY(QString nickname READ nickname NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(int status READ status NOTIFY changed FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    Q_PROPERTY(QString cause READ cause NOTIFY changed FINAL)
    Q_PROPERTY(QString causeReason READ causeReason NOTIFY changed FINAL)
    Q_PROPERTY(QString causeWorth READ causeWorth NOTIFY changed FINAL)
    /// Roles: key title status sentence source.
    Q_PROPERTY(QAbstractItemModel* lamps READ lamps CONSTANT FINAL)
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY changed FINAL)
    Q_PROPERTY(QString earned READ earned NOTIFY changed FINAL)
    Q_PROPERTY(QString earnedUnknown READ earnedUnknown NOTIFY changed FINAL)
    Q_PROPERTY(QString readyText READ readyText NOTIFY changed FINAL)
    Q_PROPERTY(bool canCollect READ canCollect NOTIFY changed FINAL)
    Q_PROPERTY(QList<double> bars READ bars NOTIFY changed FINAL)
    Q_PROPERTY(QStringList barLabels READ barLabels NOTIFY changed FINAL)
    Q_PROPERTY(QString barsSummary READ barsSummary NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY changed FINAL)
    Q_PROPERTY(double latitude READ latitude NOTIFY changed FINAL)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed FINAL)
    Q_PROPERTY(QString coordinates READ coordinates NOTIFY changed FINAL)
    Q_PROPERTY(QString antenna READ antenna NOTIFY changed FINAL)
    Q_PROPERTY(QString owner READ owner NOTIFY changed FINAL)
    Q_PROPERTY(bool canSetPlace READ canSetPlace NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* markers READ markers CONSTANT FINAL)
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString movedText READ movedText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool chosen READ chosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(double chosenLatitude READ chosenLatitude NOTIFY chosenChanged FINAL)
    Q_PROPERTY(double chosenLongitude READ chosenLongitude NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString placeText READ placeText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(QString placeError READ placeError NOTIFY chosenChanged FINAL)
    Q_PROPERTY(int cellResolution READ cellResolution CONSTANT FINAL)
    Q_PROPERTY(outpost::app::CollectViewModel* act READ act CONSTANT FINAL)
    /// False where Outpost has no way to speak to the device itself: then there is no Wi-Fi and no diagnosis.
    Q_PROPERTY(bool canReach READ canReach NOTIFY changed FINAL)
    /// What it measures, in words. Roles: key value.
    Q_PROPERTY(QAbstractItemModel* readings READ readings CONSTANT FINAL)
    Q_PROPERTY(bool hasReadings READ hasReadings NOTIFY changed FINAL)
    Q_PROPERTY(QString readingsNote READ readingsNote NOTIFY readingsChanged FINAL)
    Q_PROPERTY(bool nearbyBusy READ nearbyBusy NOTIFY nearbyChanged FINAL)
    Q_PROPERTY(QString nearbyError READ nearbyError NOTIFY nearbyChanged FINAL)
    Q_PROPERTY(QString nearbyAction READ nearbyAction NOTIFY nearbyChanged FINAL)
    Q_PROPERTY(QString nearbyText READ nearbyText NOTIFY nearbyChanged FINAL)
    Q_PROPERTY(QString wifiText READ wifiText NOTIFY nearbyChanged FINAL)
    /// Roles: key name saved current.
    Q_PROPERTY(QAbstractItemModel* wifi READ wifi CONSTANT FINAL)
    /// What the device said, word for word. Roles: key value.
    Q_PROPERTY(QAbstractItemModel* values READ values CONSTANT FINAL)
    Q_PROPERTY(QString valuesNote READ valuesNote NOTIFY nearbyChanged FINAL)

public:
    DeviceViewModel(Engine& engine, Format& format, QObject* parent);

    QString key() const { return m_key; }
    QString name() const { return shownName(m_device); }
    QString networkName() const { return toQString(m_device.name); }
    QString nickname() const { return toQString(m_device.nickname); }
    QString note() const { return toQString(m_device.note); }
    QString subtitle() const { return m_subtitle; }
    int status() const { return static_cast<int>(m_device.status); }
    QString statusText() const { return m_statusText; }
    QString cause() const { return m_cause; }
    QString causeReason() const { return m_causeReason; }
    QString causeWorth() const { return m_causeWorth; }
    QAbstractItemModel* lamps() { return &m_lamps; }
    int period() const { return m_period; } ///< days; 0: since the first sample
    void setPeriod(int days);
    QString earned() const { return m_earned; }
    QString earnedUnknown() const { return m_earnedUnknown; }
    QString readyText() const { return m_readyText; }
    bool canCollect() const { return m_canCollect && !watchOnly(); }
    QList<double> bars() const { return m_bars.values; }
    QStringList barLabels() const { return m_bars.labels; }
    QString barsSummary() const { return m_barsSummary; }
    bool hasPlace() const { return m_device.place.has_value(); }
    double latitude() const { return m_device.place ? m_device.place->centre.latitude : 0; }
    double longitude() const { return m_device.place ? m_device.place->centre.longitude : 0; }
    QString coordinates() const;
    QString antenna() const;
    QString owner() const;
    bool canSetPlace() const;
    QAbstractItemModel* markers() { return &m_markers; }
    QString chosenText() const { return m_chosenText; }
    QString movedText() const { return m_movedText; }
    bool chosen() const { return m_choice.has_value(); }
    double chosenLatitude() const { return m_choice ? m_choice->pin.latitude : 0; }
    double chosenLongitude() const { return m_choice ? m_choice->pin.longitude : 0; }
    QString placeText() const { return m_placeText; }
    QString placeError() const { return m_placeError; }
    int cellResolution() const;
    CollectViewModel* act() { return &m_act; }
    bool canReach() const;
    QAbstractItemModel* readings() { return &m_readings; }
    bool hasReadings() const; ///< its network's services tell them, though perhaps not now
    QString readingsNote() const { return m_readingsNote; }
    bool nearbyBusy() const { return m_nearbyBusy; }
    QString nearbyError() const { return m_nearbyError; }
    QString nearbyAction() const { return m_nearbyAction; }
    QString nearbyText() const { return m_nearbyText; }
    QString wifiText() const { return m_wifiText; }
    QAbstractItemModel* wifi() { return &m_wifi; }
    QAbstractItemModel* values() { return &m_values; }
    QString valuesNote() const { return m_valuesNote; }

    Q_INVOKABLE void open(const QString& key);
    Q_INVOKABLE void setLabels(const QString& nickname, const QString& note);
    Q_INVOKABLE void choosePlace(double latitude, double longitude);
    /// Coordinates or a link of a map; placeTyped() follows when they could be read.
    Q_INVOKABLE void typePlace(const QString& text);
    /// As choosePlace(), and the map goes there.
    Q_INVOKABLE void findPlace(double latitude, double longitude);
    Q_INVOKABLE void pastePlace();
    Q_INVOKABLE void forgetChoice();
    Q_INVOKABLE void reviewPlace();
    Q_INVOKABLE void readWifi();
    /// The passphrase is taken from the field, which is wiped.
    Q_INVOKABLE void joinWifi(const QString& network, outpost::app::SecretInput* passphrase);
    Q_INVOKABLE void diagnose();

Q_SIGNALS:
    void changed();
    void chosenChanged();
    void placeTyped();
    void nearbyChanged();
    void readingsChanged();
    void labelsSaved();

protected:
    void load() override;

private:
    struct Snapshot {
        store::DeviceRow row;
        std::int32_t from = 0;
        std::int32_t to = 0;
        services::EarningsSummary summary;
        services::Health health;
        services::Worth usual;
        services::Worth recent;
        std::optional<services::Worth> ready;
        std::optional<Time> sampled;
    };
    static Task<Snapshot> read(QPointer<DeviceViewModel> self, DeviceId id, int period);
    void show(const Snapshot& snapshot);
    void showCause(const Snapshot& snapshot);
    void showLamps();
    QVariantList nearLamp(Time now) const;
    QVariantList lampOf(Lamp::Kind kind, Time now) const;
    networks::Network* network() const { return engine().network(m_device.network); }
    void askNetwork();
    void showReport();
    void showReadings(const Known<std::vector<networks::Reading>>& readings);
    QVariantList earningLamp() const;
    void beginNearby(const QString& text);
    void nearbyFailed(const Error& error);
    void showWifi(const networks::WifiStatus& wifi);
    DeviceId id() const { return DeviceId(m_key.toStdString()); }

    QString m_key;
    Device m_device;
    services::Health m_health;
    services::Worth m_usual, m_recent;
    std::optional<networks::LocalDiagnostics> m_diagnostics;
    Time m_diagnosedAt;
    std::optional<Result<networks::DeviceReport>> m_report; ///< of the network's services
    Time m_reportedAt;
    QString m_reportAsked; ///< the key of the device of which a report is on its way
    std::optional<services::PlaceChoice> m_choice;
    int m_period = 30;
    QString m_subtitle, m_statusText, m_cause, m_causeReason, m_causeWorth, m_earned, m_earnedUnknown, m_readyText;
    QString m_barsSummary, m_chosenText, m_movedText, m_nearbyError, m_nearbyAction, m_nearbyText, m_wifiText;
    QString m_valuesNote, m_readingsNote, m_placeText, m_placeError;
    bool m_showPlace = false; ///< the place was typed: the map should go there
    bool m_canCollect = false;
    bool m_nearbyBusy = false;
    DayBars m_bars;
    RecordModel m_lamps, m_markers, m_wifi, m_values, m_readings;
    CollectViewModel m_act;
};

} // namespace outpost::app
