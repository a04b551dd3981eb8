#include "progress.h"

#include <stdio.h>

enum { DRAW_EVERY = G_USEC_PER_SEC / 10, BAR_WIDTH = 20 };

struct cfa_progress {
    GMutex lock;
    const char *name;
    guint files;
    guint64 bytes, total;
    gint64 started, drawn;
};

cfa_progress *cfa_progress_new(void)
{
    cfa_progress *progress = g_new0(cfa_progress, 1);
    g_mutex_init(&progress->lock);
    return progress;
}

static void draw_bar(double done)
{
    char bar[BAR_WIDTH + 1];
    for (int i = 0; i < BAR_WIDTH; i++)
        bar[i] = i < (int)(done * BAR_WIDTH) ? '#' : '.';
    bar[BAR_WIDTH] = '\0';
    fprintf(stderr, " [%s] %3.0f%%", bar, done * 100);
}

static void draw(cfa_progress *progress, gint64 now)
{
    const double seconds = (double)(now - progress->started) / G_USEC_PER_SEC;
    const double speed = seconds > 0 ? (double)progress->bytes / seconds : 0;
    progress->drawn = now;
    fprintf(stderr, "\r%-8s", progress->name);
    if (progress->total > 0)
        draw_bar(MIN(1.0, (double)progress->bytes / (double)progress->total));
    if (progress->files > 0)
        fprintf(stderr, " %u file%s, %.1f MB/s", progress->files, progress->files == 1 ? "" : "s",
                speed / 1e6);
    if (progress->total > progress->bytes && speed > 0) {
        const guint left = (guint)((double)(progress->total - progress->bytes) / speed);
        fprintf(stderr, ", %u:%02u left", left / 60, left % 60);
    }
    fputs("\033[K", stderr);
    fflush(stderr);
}

void cfa_progress_phase(cfa_progress *progress, const char *name, guint64 total)
{
    if (progress == NULL)
        return;
    g_mutex_lock(&progress->lock);
    progress->name = name;
    progress->files = 0;
    progress->bytes = 0;
    progress->total = total;
    progress->started = g_get_monotonic_time();
    draw(progress, progress->started);
    g_mutex_unlock(&progress->lock);
}

void cfa_progress_add(cfa_progress *progress, guint files, guint64 bytes)
{
    if (progress == NULL)
        return;
    g_mutex_lock(&progress->lock);
    progress->files += files;
    progress->bytes += bytes;
    const gint64 now = g_get_monotonic_time();
    if (now - progress->drawn >= DRAW_EVERY)
        draw(progress, now);
    g_mutex_unlock(&progress->lock);
}

void cfa_progress_free(cfa_progress *progress)
{
    if (progress == NULL)
        return;
    fputs("\r\033[K", stderr);
    g_mutex_clear(&progress->lock);
    g_free(progress);
}
