/* Landlock: which files can be read. By the kernel's own calls, for which the C library has no functions. */
#include "fence_private.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's landlock_ruleset_attr: the headers of Debian 12 have its first member alone. A kernel that
 * does not know a member wants it to be 0. */
typedef struct rights {
    guint64 files, network, scopes;
} rights;

/* What can be refused at all, by the version of Landlock: each adds to the one before. */
static const rights refused_since[] = {
    {0, 0, 0},
    {(LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1, 0, 0}, /* all up to it: 5.13 */
    {1 << 13, 0, 0},                                /* files moved elsewhere: 5.19 */
    {1 << 14, 0, 0},                                /* truncated: 6.2 */
    {0, 1 << 0 | 1 << 1, 0},                        /* TCP, bound and connected: 6.7 */
    {1 << 15, 0, 0},                                /* ioctl of devices: 6.10 */
    {0, 0, 1 << 0 | 1 << 1},                        /* abstract sockets, and signals, of others: 6.12 */
};

enum { READ_FOLDER = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR };

/* g_random, for tables that nobody can fill on purpose. */
static const char *const files_of_libraries[] = {"/dev/urandom", NULL};

/* getaddrinfo, of a server that has a name. */
static const char *const files_of_network[] = {"/etc/gai.conf",      "/etc/host.conf",   "/etc/hosts",
                                               "/etc/nsswitch.conf", "/etc/resolv.conf", NULL};

static int create_ruleset(gboolean with_network)
{
    const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    rights refused = {0, 0, 0};
    if (version < 1)
        return -1;
    for (gsize i = 0; i <= (gsize)version && i < G_N_ELEMENTS(refused_since); i++) {
        refused.files |= refused_since[i].files;
        refused.network |= with_network ? 0 : refused_since[i].network;
        refused.scopes |= refused_since[i].scopes;
    }
    return (int)syscall(SYS_landlock_create_ruleset, &refused, sizeof refused, 0);
}

/* Nothing where there is none at that path: it cannot be read then, either. */
static void allow(int ruleset, const char *path)
{
    const int descriptor = open(path, O_PATH | O_CLOEXEC);
    struct stat status;
    if (descriptor < 0)
        return;
    const gboolean is_folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    const struct landlock_path_beneath_attr rule = {
        .allowed_access = is_folder ? READ_FOLDER : LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = descriptor};
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(descriptor);
}

static void allow_all(int ruleset, const char *const *paths)
{
    for (guint i = 0; paths[i] != NULL; i++)
        allow(ruleset, paths[i]);
}

gboolean cfa_fence_close_files(const cfa_fence *fence)
{
    const int ruleset = create_ruleset(fence->network);
    if (ruleset < 0)
        return FALSE;
    allow_all(ruleset, fence->readable);
    allow_all(ruleset, files_of_libraries);
    if (fence->network)
        allow_all(ruleset, files_of_network);
#ifdef CFA_SANITIZED
    allow(ruleset, "/proc"); /* where the search for leaks finds memory and threads */
#endif
    const gboolean closed = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return closed;
}
