// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD) into a program under test: counts its journal writes and the replies it
// gets, and stops it with SIGSTOP at the one it is told, so that the parent process can kill it exactly there.
//
//   OUTPOST_STOP_LOG=FILE      one letter for each event: j for a commit to a SQLite write-ahead log, r for a reply,
//                              that is the first bytes that arrive on a socket after something was sent on it
//   OUTPOST_STOP_AT=N          stop at the N-th event, counted from 1; 0 or absent: never
//   OUTPOST_STOP_AFTER=1       stop after it instead of before
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { kFiles = 4096, kFrameHeader = 24 };
enum kind { kUnknown = 0, kJournal, kSocket, kOther };

static atomic_int kinds[kFiles];
static atomic_int armed[kFiles]; // journal: the next write ends a commit; socket: a reply is due
static atomic_int events;
static int logFile = -1;
static int stopAt;
static int stopAfter;

__attribute__((constructor)) static void start(void)
{
    const char* path = getenv("OUTPOST_STOP_LOG");
    const char* at = getenv("OUTPOST_STOP_AT");
    if (path)
        logFile = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    stopAt = at ? atoi(at) : 0;
    stopAfter = getenv("OUTPOST_STOP_AFTER") != NULL;
}

static enum kind kindOf(int fd)
{
    if (fd < 0 || fd >= kFiles)
        return kOther;
    int kind = kinds[fd];
    if (kind == kUnknown) {
        struct stat about;
        char link[64] = "/proc/self/fd/";
        char name[1024];
        kind = kOther;
        if (fstat(fd, &about) == 0 && S_ISSOCK(about.st_mode)) {
            kind = kSocket;
        } else {
            char digits[12];
            int n = 0;
            for (int rest = fd; n == 0 || rest > 0; rest /= 10)
                digits[n++] = (char)('0' + rest % 10);
            size_t end = strlen(link);
            while (n > 0)
                link[end++] = digits[--n];
            const ssize_t length = readlink(link, name, sizeof name);
            if (length > 4 && memcmp(name + length - 4, "-wal", 4) == 0)
                kind = kJournal;
        }
        kinds[fd] = kind;
    }
    return (enum kind)kind;
}

/// Returns the number of the event that begins.
static int begin(char letter)
{
    const int number = atomic_fetch_add(&events, 1) + 1;
    if (logFile >= 0)
        syscall(SYS_write, logFile, &letter, 1);
    if (number == stopAt && !stopAfter)
        raise(SIGSTOP);
    return number;
}

static void end(int number)
{
    if (number != 0 && number == stopAt && stopAfter)
        raise(SIGSTOP);
}

static int beginWrite(int fd, const void* data, size_t size)
{
    if (kindOf(fd) != kJournal)
        return 0;
    if (size == kFrameHeader) { // bytes 4 to 7: the size of the database after a commit, 0 in any other frame
        const unsigned char* frame = data;
        armed[fd] = (frame[4] | frame[5] | frame[6] | frame[7]) != 0;
        return 0;
    }
    return atomic_exchange(&armed[fd], 0) ? begin('j') : 0;
}

static void sent(int fd)
{
    if (kindOf(fd) == kSocket)
        armed[fd] = 1;
}

static int beginReply(int fd)
{
    if (kindOf(fd) != kSocket || !armed[fd])
        return 0;
    struct pollfd state = {.fd = fd, .events = POLLIN};
    if (poll(&state, 1, 0) != 1 || !(state.revents & POLLIN) || !atomic_exchange(&armed[fd], 0))
        return 0;
    return begin('r');
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int fd, const void* data, size_t size, off_t at)
{
    const int event = beginWrite(fd, data, size);
    const ssize_t done = NEXT(pwrite)(fd, data, size, at);
    end(event);
    return done;
}

ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at)
{
    const int event = beginWrite(fd, data, size);
    const ssize_t done = NEXT(pwrite64)(fd, data, size, at);
    end(event);
    return done;
}

ssize_t write(int fd, const void* data, size_t size)
{
    sent(fd);
    return NEXT(write)(fd, data, size);
}

ssize_t writev(int fd, const struct iovec* parts, int count)
{
    sent(fd);
    return NEXT(writev)(fd, parts, count);
}

ssize_t send(int fd, const void* data, size_t size, int flags)
{
    sent(fd);
    return NEXT(send)(fd, data, size, flags);
}

ssize_t sendmsg(int fd, const struct msghdr* message, int flags)
{
    sent(fd);
    return NEXT(sendmsg)(fd, message, flags);
}

ssize_t read(int fd, void* data, size_t size)
{
    const int event = beginReply(fd);
    const ssize_t done = NEXT(read)(fd, data, size);
    end(event);
    return done;
}

ssize_t recv(int fd, void* data, size_t size, int flags)
{
    const int event = beginReply(fd);
    const ssize_t done = NEXT(recv)(fd, data, size, flags);
    end(event);
    return done;
}

ssize_t recvfrom(int fd, void* data, size_t size, int flags, struct sockaddr* from, socklen_t* length)
{
    const int event = beginReply(fd);
    const ssize_t done = NEXT(recvfrom)(fd, data, size, flags, from, length);
    end(event);
    return done;
}

int close(int fd)
{
    if (fd >= 0 && fd < kFiles) {
        kinds[fd] = kUnknown;
        armed[fd] = 0;
    }
    return NEXT(close)(fd);
}
