/*
 * A library to preload: ends a program at one of its system calls, or makes the call fail. It is how the
 * tests make each place of a run the last one.
 *
 *     FAULT_COUNT=FILE          writes to FILE, at the end, how many calls there were
 *     FAULT_AT=N FAULT=kill     kills the program at its N-th call; a write is done by half before
 *     FAULT_AT=N FAULT=EIO      the N-th call fails so, and no other; so do EACCES, EMFILE, ENOMEM and ENOLCK
 *     FAULT_AT=N FAULT=ENOSPC   so does each from the N-th on that takes room: a disk does not empty itself
 *     FAULT_ON=read             counts what opens, reads, maps, lists or asks what a file is, instead of what
 *                               writes
 *     FAULT_ON=lock             counts what locks
 *     FAULT_PLAN=FILE           all this from a file that holds a fault_plan, and is mapped: see fault.h
 *
 * Only calls that programs and libraries make through these functions count: the C library's own, as for
 * standard output, do not.
 */
#include "fault.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef enum call { READS, LOCKS, TAKES_ROOM, CHANGES } call;

static fault_plan own, *plan = &own;

static int number_of(const char *name)
{
    static const struct {
        const char *name;
        int number;
    } numbers[] = {{"EIO", EIO},       {"EACCES", EACCES}, {"ENOSPC", ENOSPC},
                   {"EMFILE", EMFILE}, {"ENOMEM", ENOMEM}, {"ENOLCK", ENOLCK}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(name, numbers[i].name) == 0)
            return numbers[i].number;
    return 0;
}

static fault_kind kind_of(const char *name)
{
    if (strcmp(name, "read") == 0)
        return FAULT_ON_READS;
    return strcmp(name, "lock") == 0 ? FAULT_ON_LOCKS : FAULT_ON_WRITES;
}

static void map_plan(const char *path)
{
    const int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
    void *mapped = (void *)syscall(SYS_mmap, NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED)
        abort();
    plan = mapped;
    close(file);
}

__attribute__((constructor)) static void read_plan(void)
{
    const char *at = getenv("FAULT_AT"), *fault = getenv("FAULT"), *on = getenv("FAULT_ON");
    const char *path = getenv("FAULT_PLAN");
    if (path != NULL) {
        map_plan(path);
        return;
    }
    plan->at = at != NULL ? (unsigned)strtoul(at, NULL, 10) : 0;
    plan->number = fault != NULL ? number_of(fault) : 0;
    plan->kind = on != NULL ? kind_of(on) : FAULT_ON_WRITES;
}

__attribute__((destructor)) static void write_count(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path != NULL ? fopen(path, "w") : NULL;
    if (file == NULL)
        return;
    fprintf(file, "%u\n", plan->calls);
    fclose(file);
}

static fault_kind kind_counting(call one)
{
    switch (one) {
    case READS:
        return FAULT_ON_READS;
    case LOCKS:
        return FAULT_ON_LOCKS;
    case TAKES_ROOM:
    case CHANGES:
        break;
    }
    return FAULT_ON_WRITES;
}

/* Counts a call, and whether the fault is to strike it. */
static bool strikes(call one)
{
    if (kind_counting(one) != plan->kind)
        return false;
    const unsigned number = atomic_fetch_add(&plan->calls, 1) + 1;
    if (plan->at == 0 || number < plan->at)
        return false;
    return number == plan->at || (plan->number == ENOSPC && one == TAKES_ROOM);
}

/* What a call returns that is struck, unless the program ends here. */
static int strike(void)
{
    if (plan->number == 0)
        kill(getpid(), SIGKILL);
    errno = plan->number;
    return -1;
}

/* ---- what writes ---- */

ssize_t write(int file, const void *bytes, size_t length)
{
    if (!strikes(TAKES_ROOM))
        return syscall(SYS_write, file, bytes, length);
    if (plan->number == 0)
        syscall(SYS_write, file, bytes, length / 2);
    return strike();
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at)
{
    if (!strikes(TAKES_ROOM))
        return syscall(SYS_pwrite64, file, bytes, length, at);
    if (plan->number == 0)
        syscall(SYS_pwrite64, file, bytes, length / 2, at);
    return strike();
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at)
{
    return pwrite(file, bytes, length, at);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags)
{
    if (strikes(TAKES_ROOM))
        return strike();
    return syscall(SYS_copy_file_range, from, from_at, to, to_at, length, flags);
}

int ftruncate(int file, off_t length)
{
    return strikes(TAKES_ROOM) ? strike() : (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate64(int file, off64_t length)
{
    return ftruncate(file, length);
}

int mkdir(const char *path, mode_t mode)
{
    return strikes(TAKES_ROOM) ? strike() : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int fsync(int file)
{
    return strikes(CHANGES) ? strike() : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    return strikes(CHANGES) ? strike() : (int)syscall(SYS_fdatasync, file);
}

int rename(const char *from, const char *to)
{
    return strikes(CHANGES) ? strike() : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
    return strikes(CHANGES) ? strike() : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rmdir(const char *path)
{
    return strikes(CHANGES) ? strike() : (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

/* ---- what opens and reads ---- */

static int open_any(const char *path, int flags, mode_t mode)
{
    call one = READS;
    if ((flags & O_CREAT) != 0)
        one = TAKES_ROOM;
    else if ((flags & O_ACCMODE) != O_RDONLY)
        one = CHANGES;
    return strikes(one) ? strike() : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static mode_t mode_of(int flags, va_list rest)
{
    return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return open_any(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return open_any(path, flags, mode);
}

ssize_t read(int file, void *bytes, size_t length)
{
    return strikes(READS) ? strike() : syscall(SYS_read, file, bytes, length);
}

ssize_t pread(int file, void *bytes, size_t length, off_t at)
{
    return strikes(READS) ? strike() : syscall(SYS_pread64, file, bytes, length, at);
}

ssize_t pread64(int file, void *bytes, size_t length, off64_t at)
{
    return pread(file, bytes, length, at);
}

static void *map(void *where, size_t length, int access, int flags, int file, off_t at)
{
    /* What is of no file is memory. */
    if (file >= 0 && strikes(READS)) {
        strike();
        return MAP_FAILED;
    }
    return (void *)syscall(SYS_mmap, where, length, access, flags, file, at);
}

void *mmap(void *where, size_t length, int access, int flags, int file, off_t at)
{
    return map(where, length, access, flags, file, at);
}

void *mmap64(void *where, size_t length, int access, int flags, int file, off64_t at)
{
    return map(where, length, access, flags, file, at);
}

/* ---- what lists, and asks what a file is ---- */

/* fstat(), stat() and lstat(), by what the C library makes of them. */
static int state_of(int folder, const char *path, void *state, int flags)
{
    return strikes(READS) ? strike() : (int)syscall(SYS_newfstatat, folder, path, state, flags);
}

int fstat(int file, struct stat *state)
{
    return state_of(file, "", state, AT_EMPTY_PATH);
}

int fstat64(int file, struct stat64 *state)
{
    return state_of(file, "", state, AT_EMPTY_PATH);
}

int stat(const char *path, struct stat *state)
{
    return state_of(AT_FDCWD, path, state, 0);
}

int stat64(const char *path, struct stat64 *state)
{
    return state_of(AT_FDCWD, path, state, 0);
}

int lstat(const char *path, struct stat *state)
{
    return state_of(AT_FDCWD, path, state, AT_SYMLINK_NOFOLLOW);
}

int lstat64(const char *path, struct stat64 *state)
{
    return state_of(AT_FDCWD, path, state, AT_SYMLINK_NOFOLLOW);
}

int access(const char *path, int mode)
{
    return strikes(READS) ? strike() : (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}

typedef void (*function)(void);

/* The C library's own function of a name, as whoever calls it sees it. */
static function real(const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    function found;
    memcpy(&found, &symbol, sizeof found);
    return found;
}

DIR *opendir(const char *path)
{
    if (!strikes(READS))
        return ((DIR * (*)(const char *)) real("opendir"))(path);
    strike();
    return NULL;
}

struct dirent *readdir(DIR *folder)
{
    if (!strikes(READS))
        return ((struct dirent * (*)(DIR *)) real("readdir"))(folder);
    strike();
    return NULL;
}

struct dirent64 *readdir64(DIR *folder)
{
    return (struct dirent64 *)readdir(folder);
}

/* ---- what locks ---- */

int flock(int file, int operation)
{
    return strikes(LOCKS) ? strike() : (int)syscall(SYS_flock, file, operation);
}

static bool is_lock(int command)
{
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
}

static int control(int file, int command, void *argument)
{
    return is_lock(command) && strikes(LOCKS) ? strike() : (int)syscall(SYS_fcntl, file, command, argument);
}

int fcntl(int file, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return control(file, command, argument);
}

int fcntl64(int file, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    return control(file, command, argument);
}
