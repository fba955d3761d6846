// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/serve/DemoHost.h"

#include "core/base/Encoding.h"
#include "core/base/FileSystem.h"
#include "core/base/SecureRng.h"

#include <fcntl.h>
#include <httplib.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace outpost::sim {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;

constexpr std::size_t kMostBody = 2u << 20;
constexpr auto kStartAtMost = std::chrono::seconds(60); // a world of 100,000 devices takes half of it
constexpr std::size_t kThreads = 48;                    // each open connection holds one

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// "/@host/path" names the host in the path; otherwise it is the Host header's.
DemoHttpRequest translated(const httplib::Request& in)
{
    DemoHttpRequest out;
    out.method = in.method;
    out.path = in.path;
    out.host = lower(in.get_header_value("Host"));
    if (out.path.starts_with("/@")) {
        const std::size_t slash = std::min(out.path.find('/', 2), out.path.size());
        out.host = lower(out.path.substr(2, slash - 2));
        out.path = slash < out.path.size() ? out.path.substr(slash) : "/";
    }
    for (const auto& [name, value] : in.params)
        out.query.emplace(name, value);
    for (const auto& [name, value] : in.headers)
        out.headers.emplace(lower(name), value);
    out.body = in.body;
    return out;
}

/// A directory of our own that nobody else may enter.
Result<void> privateDirectory(const std::filesystem::path& directory)
{
    PosixFileSystem files;
    OUTPOST_CHECK(files.makeDirectories(directory));
    struct stat info{};
    if (::lstat(directory.c_str(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::getuid())
        return fail(errors::kFileDenied, "the demo's directory belongs to somebody else", {directory.string()});
    if (::chmod(directory.c_str(), 0700) != 0)
        return fail(errors::kFileDenied, "the demo's directory cannot be made private", {directory.string()});
    return {};
}

/// Whether somebody accepts connections there.
bool isAnswered(const std::filesystem::path& socket)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket.string().copy(address.sun_path, sizeof address.sun_path - 1);
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

} // namespace

DemoHost::DemoHost(std::filesystem::path home, HostOptions options, NetworkFactory networks)
    : m_home(std::move(home)),
      m_options(std::move(options)),
      m_networks(std::move(networks)),
      m_endpoints(demoEndpoints(m_home))
{}

Result<std::unique_ptr<DemoHost>> DemoHost::startOrAttach(const std::filesystem::path& home, HostOptions options,
                                                          NetworkFactory networks)
{
    OUTPOST_CHECK(privateDirectory(home));
    std::unique_ptr<DemoHost> host(new DemoHost(home, std::move(options), std::move(networks)));
    OUTPOST_CHECK(privateDirectory(host->m_endpoints.socket.parent_path()));
    host->m_lock = ::open((home / "world.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (host->m_lock < 0)
        return fail(errors::kFileFailed, "the demo's lock file cannot be opened", {home.string()});
    // Whoever is first makes the world, which takes a moment: the others wait for it, or for their turn.
    const auto giveUp = std::chrono::steady_clock::now() + kStartAtMost;
    bool isServing = false;
    while (true) {
        OUTPOST_TRY(isServing, host->tryServe());
        if (isServing || isAnswered(host->m_endpoints.socket))
            break;
        if (std::chrono::steady_clock::now() > giveUp)
            return fail(errors::kFileFailed, "another program has this demo and does not serve it", {home.string()});
        ::poll(nullptr, 0, 20);
    }
    if (!isServing)
        host->m_waiting = std::thread([raw = host.get()] { raw->waitForTurn(); });
    return host;
}

DemoHost::~DemoHost()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        m_stopping.notify_all();
    }
    if (m_waiting.joinable())
        m_waiting.join();
    if (m_owned)
        m_owned->stop();
    for (auto* server : {m_server.get(), m_tcp.get()}) {
        if (server)
            server->stop();
    }
    if (m_serving.joinable())
        m_serving.join();
    if (m_tcpServing.joinable())
        m_tcpServing.join();
    if (m_server)
        ::unlink(m_endpoints.socket.c_str());
    m_server.reset();
    m_tcp.reset();
    m_router = nullptr;
    m_owned.reset();
    if (m_lock >= 0)
        ::close(m_lock); // gives the lock to the next
}

void DemoHost::waitForTurn()
{
    std::unique_lock lock(m_mutex);
    // The kernel releases the lock of a process that dies, and tells nobody: look now and then.
    while (!m_stopping.wait_for(lock, std::chrono::milliseconds(200), [this] { return m_isStopping; })) {
        lock.unlock();
        const auto serving = tryServe();
        lock.lock();
        if (!serving || *serving)
            return;
    }
}

namespace {

struct Answering {
    Router& router;
    std::mutex& mutex;
    std::condition_variable& stopping;
    const bool& isStopping;
    std::chrono::milliseconds hold;

    void answer(const DemoHttpRequest& request, httplib::Response& out) const
    {
        auto routed = router.handle(request);
        if (routed.loseAnswer) {
            std::unique_lock lock(mutex);
            stopping.wait_for(lock, hold, [this] { return isStopping; });
            lock.unlock();
            // Announces a body that never comes: the connection breaks.
            out.set_content_provider(1, "application/json",
                                     [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
            return;
        }
        out.status = routed.response.status;
        for (const auto& [name, value] : routed.response.headers)
            out.set_header(name, value);
        out.set_content(std::move(routed.response.body), routed.response.contentType);
    }
};

template <class Handler> void takeAll(httplib::Server& server, const Handler& handler)
{
    server.Get(".*", handler).Post(".*", handler).Put(".*", handler).Delete(".*", handler).Patch(".*", handler);
    server.Options(".*", handler);
}

void setLimits(httplib::Server& server)
{
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_payload_max_length(kMostBody);
    server.set_keep_alive_max_count(100'000);
    server.set_keep_alive_timeout(5);
    server.set_read_timeout(30);
    server.set_tcp_nodelay(true);
    // The library's default would let two programs share a port, and a request reach either.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
}

} // namespace

Result<bool> DemoHost::tryServe()
{
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return false;
    OUTPOST_TRY(auto world, SimWorld::open(m_home, m_options.world, m_networks()));
    m_owned = std::make_unique<Router>(std::move(world), m_endpoints.clockFile);
    auto server = std::make_unique<httplib::Server>();
    setLimits(*server);
    const Answering answering{*m_owned, m_mutex, m_stopping, m_isStopping, m_options.lostAnswerHold};
    takeAll(*server,
            [answering](const httplib::Request& in, httplib::Response& out) { answering.answer(translated(in), out); });
    ::unlink(m_endpoints.socket.c_str()); // left over from a process that was killed; we hold the lock
    server->set_address_family(AF_UNIX);
    if (!server->bind_to_port(m_endpoints.socket.string(), 80) || ::chmod(m_endpoints.socket.c_str(), 0600) != 0)
        return fail(errors::kFileFailed, "the demo's socket cannot be opened", {m_endpoints.socket.string()});
    m_server = std::move(server);
    m_serving = std::thread([raw = m_server.get()] { raw->listen_after_bind(); });
    m_server->wait_until_ready();
    m_router = m_owned.get();
    return true;
}

Result<DemoHost::TcpAddress> DemoHost::serveTcp(int port)
{
    Router* const router = m_router.load();
    if (!router || m_tcp)
        return fail(errors::kFileFailed,
                    router ? "the demo is already served on a port" : "another process serves this demo");
    TcpAddress address;
    std::array<std::uint8_t, 16> random{};
    SodiumRng().fill(random);
    address.token = toHex(random);
    auto server = std::make_unique<httplib::Server>();
    setLimits(*server);
    if (port == 0)
        address.port = server->bind_to_any_port("127.0.0.1");
    else
        address.port = server->bind_to_port("127.0.0.1", port) ? port : -1;
    if (address.port <= 0)
        return fail(errors::kFileFailed, "this port is taken", {std::to_string(port)});
    address.url = "http://127.0.0.1:" + std::to_string(address.port) + "/~" + address.token;

    const std::string here[] = {"127.0.0.1:" + std::to_string(address.port),
                                "localhost:" + std::to_string(address.port)};
    const Answering answering{*router, m_mutex, m_stopping, m_isStopping, m_options.lostAnswerHold};
    const auto handler = [answering, here, token = address.token](const httplib::Request& in, httplib::Response& out) {
        const auto refuse = [&out](int status, const char* why) {
            out.status = status;
            out.set_content(demo::Json{{"error", why}}.dump(), "application/json");
        };
        // A web page in the person's browser must not reach the demo, by whatever name it calls this computer.
        const std::string host = lower(in.get_header_value("Host"));
        const std::string origin = lower(in.get_header_value("Origin"));
        if (std::ranges::find(here, host) == std::end(here))
            return refuse(403, "the Host header is not this computer's");
        if (!origin.empty() &&
            std::ranges::none_of(here, [&](const std::string& name) { return origin == "http://" + name; }))
            return refuse(403, "another origin asked");
        httplib::Request request = in;
        bool isAllowed = in.get_header_value("Authorization") == "Bearer " + token;
        if (const std::string prefix = "/~" + token; in.path.starts_with(prefix)) {
            isAllowed = true;
            request.path = in.path.size() > prefix.size() ? in.path.substr(prefix.size()) : "/";
        }
        if (!isAllowed)
            return refuse(401, "the token of this demo is missing");
        if (!request.path.starts_with("/@"))
            return refuse(404, "name the host as /@HOST/...");
        answering.answer(translated(request), out);
    };
    takeAll(*server, handler);
    m_tcp = std::move(server);
    m_tcpServing = std::thread([raw = m_tcp.get()] { raw->listen_after_bind(); });
    m_tcp->wait_until_ready();
    return address;
}

} // namespace outpost::sim
