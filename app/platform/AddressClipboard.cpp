// SPDX-License-Identifier: GPL-3.0-or-later
#include "AddressClipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace outpost::app {

namespace {
constexpr std::chrono::seconds kKeep(30);
}

AddressClipboard::AddressClipboard(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kKeep);
    connect(&m_timer, &QTimer::timeout, this, &AddressClipboard::clear);
}

AddressClipboard::~AddressClipboard()
{
    if (m_timer.isActive())
        clear();
}

void AddressClipboard::copy(const QString& text)
{
    m_text = text;
    QGuiApplication::clipboard()->setText(text);
    m_timer.start();
}

void AddressClipboard::clear()
{
    if (QClipboard* clipboard = QGuiApplication::clipboard(); clipboard && clipboard->text() == m_text)
        clipboard->clear();
    m_text.clear();
}

} // namespace outpost::app
