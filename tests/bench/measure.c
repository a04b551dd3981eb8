/*
 * What a command costs:
 *
 *     cfa-measure FILE COMMAND [ARGUMENT]...
 *
 * runs the command and adds a line to FILE: seconds, seconds of processor time, and the most memory it held,
 * in MiB, parted by tabs. Of several processes (a pipe in a shell) the memory is that of the largest. The
 * exit status is the command's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, EXIT_NOT_RUN = 127 };

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("Usage: cfa-measure FILE COMMAND [ARGUMENT]...\n", stderr);
        return EXIT_USAGE;
    }
    int status;
    struct rusage used;
    const double started = now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(EXIT_NOT_RUN);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        perror("cfa-measure");
        return EXIT_INPUT;
    }
    const double seconds = now() - started;
    FILE *file = fopen(argv[1], "a");
    if (file == NULL ||
        fprintf(file, "%.6f\t%.6f\t%.1f\n", seconds, seconds_of(used.ru_utime) + seconds_of(used.ru_stime),
                (double)used.ru_maxrss / 1024) < 0 ||
        fclose(file) != 0) {
        perror(argv[1]);
        return EXIT_INPUT;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_NOT_RUN;
}
