// SPDX-License-Identifier: GPL-3.0-or-later
#include "GalleryRun.h"

#include "app/map/WorldOutlineItem.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQmlError>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>

#include <memory>

namespace outpost::qml {

namespace {

constexpr QSize kWindow(1280, 800);
constexpr int kPageWidth = 1080;
constexpr int kMaxPageHeight = 6000;
constexpr int kSettleMs = 15;

struct Look {
    QString name;
    bool dark = false;
    bool contrast = false;
    double scale = 1.0;
};

QList<Look> allLooks()
{
    return {{QStringLiteral("light")},
            {QStringLiteral("dark"), true},
            {QStringLiteral("contrast"), false, true},
            {QStringLiteral("contrast-dark"), true, true},
            {QStringLiteral("large"), false, false, 2.0}};
}

bool isBlank(const QImage& image)
{
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

std::unique_ptr<QQuickView> makeView(bool single, const QString& page, int* warnings)
{
    auto view = std::make_unique<QQuickView>();
    QObject::connect(view->engine(), &QQmlEngine::warnings, view.get(), [warnings](const QList<QQmlError>& list) {
        *warnings += static_cast<int>(list.size());
        for (const QQmlError& error : list)
            qWarning("%s", qUtf8Printable(error.toString()));
    });
    view->setResizeMode(QQuickView::SizeRootObjectToView);
    view->setInitialProperties({{QStringLiteral("single"), single}, {QStringLiteral("page"), page}});
    view->loadFromModule("Outpost.Gallery", "Gallery");
    return view;
}

// Draws one page after the other. Between them the event loop runs: pages that go are deleted there, and what opens
// over a page is laid out there.
class PictureTaker : public QObject {
    Q_OBJECT

public:
    PictureTaker(QQuickView& view, const QString& folder, const QString& page, const QString& look)
        : m_view(view), m_root(*view.rootObject()), m_folder(folder)
    {
        const QStringList pages = page.isEmpty() ? m_root.property("pages").toStringList() : QStringList{page};
        for (const Look& each : allLooks()) {
            if (!look.isEmpty() && look != each.name)
                continue;
            for (const QString& name : pages)
                m_jobs.append({name, each});
        }
        resize(kWindow.height());
        m_view.show();
    }

    // The number of pages that failed.
    int run()
    {
        QTimer::singleShot(0, this, &PictureTaker::open);
        QGuiApplication::exec();
        return m_failures;
    }

private:
    struct Job {
        QString page;
        Look look;
    };

    void open()
    {
        if (m_at >= m_jobs.size()) {
            QGuiApplication::exit(0);
            return;
        }
        const Job& job = m_jobs.at(m_at);
        m_root.setProperty("page", job.page);
        m_root.setProperty("dark", job.look.dark);
        m_root.setProperty("contrast", job.look.contrast);
        m_root.setProperty("textScale", job.look.scale);
        QTimer::singleShot(kSettleMs, this, &PictureTaker::measure);
    }

    void measure()
    {
        resize(qBound(400, qCeil(m_root.property("pageHeight").toReal()), kMaxPageHeight));
        QTimer::singleShot(kSettleMs, this, &PictureTaker::take);
    }

    void take()
    {
        const Job& job = m_jobs.at(m_at++);
        const QImage image = m_view.grabWindow();
        if (image.isNull() || isBlank(image)) {
            qWarning("page %s is blank in %s", qUtf8Printable(job.page), qUtf8Printable(job.look.name));
            ++m_failures;
        } else if (!m_folder.isEmpty() &&
                   !image.save(QStringLiteral("%1/%2-%3.png").arg(m_folder, job.page, job.look.name))) {
            qWarning("cannot write into %s", qUtf8Printable(m_folder));
            ++m_failures;
        }
        open();
    }

    void resize(int height)
    {
        m_view.resize(kPageWidth, height);
        m_root.setSize(QSizeF(kPageWidth, height));
    }

    QQuickView& m_view;
    QQuickItem& m_root;
    QString m_folder;
    QList<Job> m_jobs;
    qsizetype m_at = 0;
    int m_failures = 0;
};

} // namespace

QStringList GalleryRun::looks()
{
    QStringList names;
    for (const Look& look : allLooks())
        names.append(look.name);
    return names;
}

int GalleryRun::show(const QString& page)
{
    int warnings = 0;
    const auto view = makeView(false, page, &warnings);
    if (view->rootObject() == nullptr)
        return 1;
    view->resize(kWindow);
    view->setTitle(QStringLiteral("Outpost gallery"));
    view->show();
    const int code = QGuiApplication::exec();
    return code != 0 ? code : (warnings > 0 ? 1 : 0);
}

int GalleryRun::save(const QString& folder, const QString& page, const QString& look)
{
    if (!folder.isEmpty() && !QDir().mkpath(folder)) {
        qWarning("cannot make the folder %s", qUtf8Printable(folder));
        return 1;
    }
    map::WorldOutlineItem::preload();
    int failures = 0;
    const auto view = makeView(true, page, &failures);
    if (view->rootObject() == nullptr)
        return 1;
    PictureTaker taker(*view, folder, page, look);
    const int code = taker.run();
    return code + failures > 0 ? 1 : 0;
}

} // namespace outpost::qml

#include "GalleryRun.moc"
