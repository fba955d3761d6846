// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapTiles.h"

#include "app/format/ErrorText.h"
#include "app/format/Format.h"
#include "core/net/HttpTarget.h"

#include <QBuffer>
#include <QImageReader>

namespace outpost::app {

namespace {

constexpr const char* kUrlKey = "map.tiles";
constexpr const char* kCreditKey = "map.tileCredit";
constexpr const char* kPurpose = "purpose.tiles";
constexpr qsizetype kLongestUrl = 512;
constexpr qsizetype kLongestCredit = 120;
constexpr std::size_t kMostBytes = 512u << 10;
constexpr int kLargestSide = 512;
constexpr qsizetype kMostKept = qsizetype{64} << 20;                              // bytes
constexpr qsizetype kLargestPicture = qsizetype{kLargestSide} * kLargestSide * 8; // bytes, at 16 bits per channel
constexpr std::size_t kAtOnce = 4;
constexpr std::chrono::seconds kAskAgainAfter(60);

/// A picture out of what a stranger sent; null when it is none, or larger than a tile.
QImage unpack(const Bytes& bytes)
{
    QByteArray raw(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    QBuffer buffer(&raw);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    if (format != "png" && format != "jpeg" && format != "webp")
        return {};
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > kLargestSide || size.height() > kLargestSide)
        return {};
    return reader.read();
}

} // namespace

MapTiles::MapTiles(Engine& engine, QObject* parent) : TileSource(parent), m_engine(engine) {}

MapTiles::~MapTiles()
{
    m_cancel.cancel();
}

Future<void> MapTiles::load()
{
    return m_engine.settings().all().then(
        this, [this](const Result<std::map<std::string, std::string>>& read) -> Result<void> {
            if (!read)
                return std::unexpected(read.error());
            if (const auto credit = read->find(kCreditKey); credit != read->end())
                m_credit = toQString(credit->second).left(kLongestCredit);
            if (const auto url = read->find(kUrlKey); url != read->end() && !url->second.empty()) {
                const QString text = toQString(url->second);
                if (const QString host = hostOf(text); !host.isEmpty())
                    use(text, host);
            }
            Q_EMIT changed();
            return {};
        });
}

QString MapTiles::hostOf(const QString& url)
{
    m_error.clear();
    const bool complete = url.contains(QStringLiteral("{z}")) && url.contains(QStringLiteral("{x}")) &&
                          url.contains(QStringLiteral("{y}"));
    if (!complete || url.size() > kLongestUrl) {
        m_error = tr("Write it like https://tiles.example.org/{z}/{x}/{y}.png.");
        return {};
    }
    QString sample = url;
    sample.replace(QStringLiteral("{z}"), QStringLiteral("0"));
    sample.replace(QStringLiteral("{x}"), QStringLiteral("0"));
    sample.replace(QStringLiteral("{y}"), QStringLiteral("0"));
    const auto target = net::parseTarget(sample.toStdString());
    if (!target) {
        const ErrorText text = ErrorText::of(target.error());
        m_error = text.message + u' ' + text.action;
        return {};
    }
    // A number in the host's name would make it many hosts, of which the person agreed to one.
    if (target->kind == net::HttpTarget::Kind::UnixSocket ||
        !sample.startsWith(url.left(url.indexOf(u'{')), Qt::CaseInsensitive) ||
        !url.left(url.indexOf(u'{')).contains(toQString(target->host), Qt::CaseInsensitive)) {
        m_error = tr("Write it like https://tiles.example.org/{z}/{x}/{y}.png.");
        return {};
    }
    if (m_engine.isDemo() && !target->isLocal()) {
        m_error = tr("On the demo nothing leaves this computer: only a server on it can be asked.");
        return {};
    }
    return toQString(target->host);
}

void MapTiles::propose(const QString& url)
{
    const QString wanted = url.trimmed();
    m_proposed.clear();
    m_proposedHost.clear();
    if (wanted.isEmpty()) {
        m_error.clear();
        use({}, {});
        (void)m_engine.settings().set(kUrlKey, {});
        return;
    }
    if (const QString host = hostOf(wanted); !host.isEmpty()) {
        m_proposed = wanted;
        m_proposedHost = host;
    }
    Q_EMIT changed();
    if (!m_proposed.isEmpty())
        Q_EMIT consentNeeded();
}

void MapTiles::allow()
{
    if (m_proposed.isEmpty())
        return;
    const QString url = std::exchange(m_proposed, {});
    use(url, std::exchange(m_proposedHost, {}));
    (void)m_engine.settings().set(kUrlKey, url.toStdString());
}

void MapTiles::setCredit(const QString& credit)
{
    m_credit = credit.trimmed().left(kLongestCredit);
    (void)m_engine.settings().set(kCreditKey, m_credit.toStdString());
    Q_EMIT changed();
}

void MapTiles::use(const QString& url, const QString& host)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_wanted.clear();
    m_asked.clear();
    m_missing.clear();
    m_kept.clear();
    m_index.clear();
    m_keptBytes = 0;
    if (!m_host.isEmpty())
        m_engine.hosts().forget(m_host.toStdString(), kPurpose);
    m_url = url;
    m_host = host;
    if (!m_host.isEmpty())
        m_engine.hosts().allow({m_host.toStdString(), kPurpose, {}});
    Q_EMIT hostsChanged();
    Q_EMIT changed();
}

QImage MapTiles::tile(const map::TileId& id)
{
    const auto found = m_index.find(id);
    if (found == m_index.end())
        return {};
    m_kept.splice(m_kept.begin(), m_kept, found->second);
    return found->second->image;
}

void MapTiles::want(const QList<map::TileId>& ids)
{
    const auto now = m_engine.clock().monotonic();
    if (now - m_missingSince > kAskAgainAfter) {
        m_missing.clear();
        m_missingSince = now;
    }
    m_wanted = ids;
    askNext();
}

std::string MapTiles::address(const map::TileId& id) const
{
    QString url = m_url;
    url.replace(QStringLiteral("{z}"), QString::number(id.zoom));
    url.replace(QStringLiteral("{x}"), QString::number(id.x));
    url.replace(QStringLiteral("{y}"), QString::number(id.y));
    return url.toStdString();
}

bool MapTiles::hasRoom() const
{
    qsizetype bytes = (std::ssize(m_asked) + 1) * kLargestPicture;
    for (const map::TileId& id : m_wanted) {
        if (const auto found = m_index.find(id); found != m_index.end())
            bytes += found->second->image.sizeInBytes();
    }
    return bytes <= kMostKept;
}

void MapTiles::askNext()
{
    while (isActive() && m_asked.size() < kAtOnce && hasRoom()) {
        const auto next = std::find_if(m_wanted.begin(), m_wanted.end(), [this](const map::TileId& id) {
            return !m_index.contains(id) && !m_asked.contains(id) && !m_missing.contains(id);
        });
        if (next == m_wanted.end())
            return;
        const map::TileId id = *next;
        m_asked.insert(id);
        HttpRequest request{.url = address(id), .headers = {}, .body = {}, .maxBytes = kMostBytes};
        // The demo's own client leads every host into the demo; a tile server is none of its services.
        HttpClient& client = m_engine.isDemo() ? m_engine.curl() : m_engine.http();
        const CancelToken cancel = m_cancel;
        client.send(std::move(request), cancel)
            .then(QtFuture::Launch::Async,
                  [](const Result<HttpResponse>& reply) {
                      return reply && reply->status == 200 ? unpack(reply->body) : QImage();
                  })
            .then(this, [this, id, cancel](const QImage& image) {
                if (!cancel.isCancelled())
                    take(id, image);
            });
    }
}

void MapTiles::take(const map::TileId& id, const QImage& image)
{
    m_asked.erase(id);
    if (image.isNull()) {
        m_missing.insert(id);
    } else {
        m_kept.push_front({id, image});
        m_index[id] = m_kept.begin();
        m_keptBytes += image.sizeInBytes();
        while (m_keptBytes > kMostKept) {
            // What is in sight stays: it would only be asked for once more.
            const auto last = std::find_if(m_kept.rbegin(), std::prev(m_kept.rend()),
                                           [this](const Kept& kept) { return !m_wanted.contains(kept.id); });
            m_keptBytes -= last->image.sizeInBytes();
            m_index.erase(last->id);
            m_kept.erase(std::next(last).base());
        }
        Q_EMIT arrived();
    }
    askNext();
}

} // namespace outpost::app
