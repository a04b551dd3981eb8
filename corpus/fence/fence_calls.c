/*
 * seccomp: which system calls can be made. The filter is a list, so it is written here as the kernel takes
 * it; a library that makes it of another list would be one more to load for each request, and to trust.
 *
 * A new library, or a C library that answers by other calls: `strace -f` with the pages of tests/web tells
 * which are missing.
 */
#include "fence_private.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__ && defined __LP64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && defined __LP64__ && !defined __AARCH64EB__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

/* What reading files, and answering on what is open, takes. */
static const int allowed[] = {
    SYS_read,
    SYS_readv,
    SYS_pread64,
    SYS_lseek,
    SYS_write,
    SYS_writev,
    SYS_dup,
    SYS_close,
    SYS_fadvise64,
    SYS_fcntl,
    /* what is there */
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_faccessat,
    SYS_readlinkat,
    SYS_getdents64,
    SYS_getcwd,
    /* memory */
    SYS_brk,
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    /* a request */
    SYS_accept,
    SYS_accept4,
    SYS_getpeername,
    SYS_shutdown,
    SYS_ppoll,
    SYS_pselect6,
    /* the process itself */
    SYS_futex,
    SYS_getpid,
    SYS_getppid,
    SYS_gettid,
    SYS_getrandom,
    SYS_sysinfo,
    SYS_uname,
    SYS_clock_gettime,
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettimeofday,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_restart_syscall,
    SYS_sched_yield,
    SYS_exit,
    SYS_exit_group,
#ifdef __x86_64__
    /* the old forms, which younger architectures do not have */
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
    SYS_poll,
    SYS_select,
    SYS_time,
#endif
#ifdef CFA_SANITIZED
    /* the search for leaks: a process that stops this one and looks into it */
    SYS_clone,
    SYS_ptrace,
    SYS_wait4,
    SYS_prctl,
    SYS_process_vm_readv,
    SYS_sigaltstack,
    SYS_pipe2,
    SYS_kill,
    SYS_tgkill,
    SYS_tkill,
    SYS_sched_getaffinity,
    SYS_getrusage,
    SYS_prlimit64,
#ifdef __x86_64__
    SYS_fork,
    SYS_pipe,
    SYS_getrlimit,
    SYS_getdents,
#endif
#endif
};

/* Allowed when none of these bits is in an argument. */
typedef struct bounded_call {
    int call;
    guint argument;
    guint32 forbidden;
} bounded_call;

#define FORBIDDEN_TO_OPEN (O_ACCMODE | O_CREAT | O_TRUNC) /* O_RDONLY is none of these */

static const bounded_call bounded[] = {
    {SYS_openat, 2, FORBIDDEN_TO_OPEN},
    {SYS_mmap, 2, PROT_EXEC},
    {SYS_mprotect, 2, PROT_EXEC},
#ifdef __x86_64__
    {SYS_open, 1, FORBIDDEN_TO_OPEN},
#endif
};

/* What asking a server takes besides. */
static const int allowed_of_network[] = {
    SYS_connect,  SYS_getsockname, SYS_getsockopt, SYS_setsockopt, SYS_sendto,
    SYS_recvfrom, SYS_sendmsg,     SYS_sendmmsg,   SYS_recvmsg,
};

static const bounded_call bounded_of_network[] = {{SYS_socket, 0, ~(guint32)(AF_INET | AF_INET6)}};

/* A thread, and no process: the C library takes this for one that offers the newer clone3 where that is not
 * there. */
static const int allowed_of_threads[] = {SYS_set_robust_list, SYS_rseq};

/* What it starts a thread with, besides what makes it one. */
#define FLAGS_OF_THREADS                                                                                     \
    (CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_SETTLS |                      \
     CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID)

/* Of no use to any library here, and of all to an intruder. */
static const int fatal[] = {
    SYS_execve,
    SYS_execveat,
    SYS_clone,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_bpf,
    SYS_init_module,
    SYS_finit_module,
    SYS_kexec_load,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_reboot,
    SYS_keyctl,
    SYS_add_key,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_io_uring_setup,
#ifdef __x86_64__
    SYS_fork,
    SYS_vfork,
#endif
};

typedef struct sock_filter step;

static void add(GArray *filter, guint16 code, guint32 value, guint8 if_so, guint8 if_not)
{
    const step one = {.code = code, .jt = if_so, .jf = if_not, .k = value};
    g_array_append_val(filter, one);
}

static void add_verdict(GArray *filter, guint32 verdict)
{
    add(filter, BPF_RET | BPF_K, verdict, 0, 0);
}

/* The same verdict for each of them. */
static void add_calls(GArray *filter, const int *calls, gsize count, guint32 verdict)
{
    for (gsize i = 0; i < count; i++) {
        add(filter, BPF_JMP | BPF_JEQ | BPF_K, (guint32)calls[i], 0, 1);
        add_verdict(filter, verdict);
    }
}

/* The low half of an argument: what is here are flags, and the kernel reads no more of them. */
static guint32 find_argument(guint number)
{
    return (guint32)(offsetof(struct seccomp_data, args) + number * sizeof(guint64));
}

static void add_bounded(GArray *filter, const bounded_call *calls, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        add(filter, BPF_JMP | BPF_JEQ | BPF_K, (guint32)calls[i].call, 0, 4);
        add(filter, BPF_LD | BPF_W | BPF_ABS, find_argument(calls[i].argument), 0, 0);
        add(filter, BPF_JMP | BPF_JSET | BPF_K, calls[i].forbidden, 0, 1);
        add_verdict(filter, SECCOMP_RET_ERRNO | EPERM);
        add_verdict(filter, SECCOMP_RET_ALLOW);
    }
}

static void add_threads(GArray *filter)
{
    add_calls(filter, allowed_of_threads, G_N_ELEMENTS(allowed_of_threads), SECCOMP_RET_ALLOW);
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 5);
    add(filter, BPF_LD | BPF_W | BPF_ABS, find_argument(0), 0, 0);
    add(filter, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
    add(filter, BPF_JMP | BPF_JSET | BPF_K, ~(guint32)(FLAGS_OF_THREADS | CLONE_THREAD), 0, 1);
    add_verdict(filter, SECCOMP_RET_KILL_PROCESS);
    add_verdict(filter, SECCOMP_RET_ALLOW);
}

/* Of another architecture the numbers mean other calls. Those of x86-64 with short pointers are in no
 * list. */
static void add_architecture(GArray *filter)
{
    add(filter, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    add_verdict(filter, SECCOMP_RET_KILL_PROCESS);
    add(filter, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
}

gboolean cfa_fence_close_calls(const cfa_fence *fence)
{
    g_autoptr(GArray) filter = g_array_new(FALSE, FALSE, sizeof(step));
    add_architecture(filter);
    add_calls(filter, allowed, G_N_ELEMENTS(allowed), SECCOMP_RET_ALLOW);
    add_bounded(filter, bounded, G_N_ELEMENTS(bounded));
    if (fence->network) {
        add_calls(filter, allowed_of_network, G_N_ELEMENTS(allowed_of_network), SECCOMP_RET_ALLOW);
        add_bounded(filter, bounded_of_network, G_N_ELEMENTS(bounded_of_network));
    }
    if (fence->threads)
        add_threads(filter);
    add_calls(filter, fatal, G_N_ELEMENTS(fatal), SECCOMP_RET_KILL_PROCESS);
    add_verdict(filter, SECCOMP_RET_ERRNO | ENOSYS);
    const struct sock_fprog program = {.len = (unsigned short)filter->len,
                                       .filter = (step *)(void *)filter->data};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

#else

gboolean cfa_fence_close_calls(const cfa_fence *fence)
{
    (void)fence;
    return FALSE;
}

#endif
