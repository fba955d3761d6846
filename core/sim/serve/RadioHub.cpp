// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/serve/RadioHub.h"

#include "core/base/Encoding.h"

#include <charconv>

namespace outpost::sim {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;
using demo::GattReply;

constexpr std::size_t kMaxValue = 512; // an attribute's limit
constexpr std::chrono::milliseconds kLongestPoll{20'000};
constexpr std::size_t kMostNotes = 1000;

DemoHttpResponse trouble(int status, std::string_view what)
{
    return DemoHttpResponse::ofJson({{"error", what}}, status);
}

std::uint64_t numberOf(const DemoHttpRequest& request, const char* name)
{
    const std::string text = request.queryValue(name);
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

RadioHub::RadioHub(std::vector<std::unique_ptr<demo::DemoDevice>> devices, WithWorld withWorld)
    : m_devices(std::move(devices)), m_withWorld(std::move(withWorld))
{}

void RadioHub::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_isStopped = true;
    for (const auto& [id, open] : m_sessions)
        open->isLost = true;
    m_sessions.clear();
    m_changed.notify_all();
}

demo::DemoDevice* RadioHub::device(const std::string& id)
{
    const auto found = std::ranges::find_if(m_devices, [&](const auto& d) { return d->id() == id; });
    return found == m_devices.end() ? nullptr : found->get();
}

DemoHttpResponse RadioHub::handle(const DemoHttpRequest& request)
{
    if (request.path == "/scan")
        return scan();
    if (request.path == "/connect")
        return connect(request);
    if (request.path == "/disconnect")
        return disconnect(request);
    if (request.path == "/notifications")
        return notifications(request);
    if (request.path == "/read" || request.path == "/write" || request.path == "/subscribe")
        return exchange(request);
    return trouble(404, "no such route");
}

DemoHttpResponse RadioHub::scan()
{
    Json list = Json::array();
    m_withWorld([&](SimWorld& world) {
        for (const auto& one : m_devices) {
            const auto ad = one->advertisement(world);
            if (!ad.isAdvertising)
                continue;
            // Signal strength wavers, by the second.
            Random waver(world.seed(), one->id() + std::to_string(toUnixSeconds(world.now())));
            list.push_back({{"id", one->id()},
                            {"name", ad.name},
                            {"services", ad.services},
                            {"rssi", ad.rssiDbm + waver.between(-3, 3)}});
        }
    });
    return DemoHttpResponse::ofJson({{"devices", list}});
}

void RadioHub::lose(const SessionPtr& open, bool tellDevice)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_sessions.erase(open->id) == 0)
            tellDevice = false;
        open->isLost = true;
        m_changed.notify_all();
    }
    if (tellDevice)
        m_withWorld([&](SimWorld& world) { open->device->disconnected(world); });
}

RadioHub::SessionPtr RadioHub::session(const DemoHttpRequest& request)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_sessions.find(numberOf(request, "session"));
    return found == m_sessions.end() ? nullptr : found->second;
}

DemoHttpResponse RadioHub::connect(const DemoHttpRequest& request)
{
    demo::DemoDevice* const wanted = device(request.queryValue("id"));
    if (!wanted)
        return trouble(404, "no such device");
    SessionPtr before;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [id, open] : m_sessions) {
            if (open->device == wanted)
                before = open;
        }
    }
    // A client that was killed never said goodbye.
    if (before)
        lose(before, true);
    GattReply reply;
    bool isThere = false;
    m_withWorld([&](SimWorld& world) {
        isThere = wanted->advertisement(world).isAdvertising;
        if (isThere)
            reply = wanted->connected(world);
    });
    if (!isThere)
        return trouble(404, "no such device");
    const auto open = std::make_shared<Session>();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopped)
            return trouble(410, "the link is lost");
        open->id = ++m_lastSession;
        open->device = wanted;
        open->isBusy = true;
        m_sessions.emplace(open->id, open);
    }
    const auto done = finish(open, std::move(reply));
    if (done.status != 200)
        return done;
    Json characteristics = Json::array();
    for (const auto& c : wanted->characteristics())
        characteristics.push_back({{"service", c.service},
                                   {"uuid", c.uuid},
                                   {"read", c.canRead},
                                   {"write", c.canWrite},
                                   {"notify", c.canNotify}});
    return DemoHttpResponse::ofJson({{"session", open->id}, {"characteristics", characteristics}});
}

DemoHttpResponse RadioHub::exchange(const DemoHttpRequest& request)
{
    const SessionPtr open = session(request);
    if (!open)
        return trouble(410, "the link is lost");
    const std::string uuid = request.queryValue("characteristic");
    const auto all = open->device->characteristics();
    const auto found = std::ranges::find(all, uuid, &demo::GattCharacteristic::uuid);
    if (found == all.end())
        return trouble(404, "no such characteristic");
    const bool isRead = request.path == "/read";
    const bool isWrite = request.path == "/write";
    if (!(isRead ? found->canRead : isWrite ? found->canWrite : found->canNotify) || request.body.size() > kMaxValue)
        return trouble(422, "the device refuses");
    {
        const std::scoped_lock lock(m_mutex);
        if (open->isBusy)
            return trouble(409, "another call is running");
        open->isBusy = true;
        if (!isRead && !isWrite)
            open->subscribed.insert(uuid);
    }
    GattReply reply;
    m_withWorld([&](SimWorld& world) {
        if (isRead) {
            reply = open->device->read(world, uuid);
        } else if (!isWrite) {
            reply = open->device->subscribed(world, uuid);
        } else if (world.takeFault(demo::Fault::DeviceDropMidWrite)) {
            reply = GattReply::dropped();
        } else {
            reply = open->device->write(world, uuid, asBytes(request.body));
        }
    });
    return finish(open, std::move(reply));
}

DemoHttpResponse RadioHub::finish(const SessionPtr& open, GattReply reply)
{
    const auto now = std::chrono::steady_clock::now();
    {
        std::unique_lock lock(m_mutex);
        for (auto& note : reply.notifications) {
            if (open->subscribed.contains(note.characteristic) && open->notes.size() < kMostNotes)
                open->notes.push_back({++open->lastNote, now + note.after, note.characteristic, std::move(note.value)});
        }
        m_changed.notify_all();
        m_changed.wait_until(lock, now + reply.delay, [&] { return open->isLost; });
        open->isBusy = false;
        if (open->isLost)
            return trouble(410, "the link is lost");
    }
    if (reply.outcome == GattReply::Outcome::Dropped) {
        lose(open, true);
        return trouble(410, "the link is lost");
    }
    if (reply.outcome == GattReply::Outcome::Refused || reply.value.size() > kMaxValue)
        return trouble(422, "the device refuses");
    return {200, "application/octet-stream", std::string(asText(reply.value)), {}};
}

DemoHttpResponse RadioHub::notifications(const DemoHttpRequest& request)
{
    const SessionPtr open = session(request);
    if (!open)
        return trouble(410, "the link is lost");
    const std::uint64_t after = numberOf(request, "after");
    // Cut as a number: as a time span a large one would overflow.
    const std::uint64_t wait = std::min<std::uint64_t>(numberOf(request, "wait"), kLongestPoll.count());
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait);
    std::unique_lock lock(m_mutex);
    std::erase_if(open->notes, [&](const Note& note) { return note.number <= after; });
    Json list = Json::array();
    while (!open->isLost) {
        const auto now = std::chrono::steady_clock::now();
        auto next = end;
        // In the order of their time; those that were told of later may be due earlier.
        std::ranges::stable_sort(open->notes, {}, &Note::due);
        for (const auto& note : open->notes) {
            if (note.due <= now)
                list.push_back({{"number", note.number},
                                {"characteristic", note.characteristic},
                                {"value", toBase64(note.value)}});
            else
                next = std::min(next, note.due);
        }
        if (!list.empty() || now >= end)
            break;
        m_changed.wait_until(lock, next);
    }
    if (open->isLost)
        return trouble(410, "the link is lost");
    // Handed out once; a client that loses the answer has lost the notification, as with a real radio.
    std::erase_if(open->notes, [now = std::chrono::steady_clock::now()](const Note& note) { return note.due <= now; });
    return DemoHttpResponse::ofJson({{"notifications", list}});
}

DemoHttpResponse RadioHub::disconnect(const DemoHttpRequest& request)
{
    if (const SessionPtr open = session(request))
        lose(open, true);
    return DemoHttpResponse::ofJson(Json::object());
}

} // namespace outpost::sim
