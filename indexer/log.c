#include "log.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How a line begins, and the level of syslog(3) that it has; any other tells how it went. */
static const struct gravity {
    const char *begins, *mark;
} gravities[] = {{"cfa-index: ", "<3>"}, {"rejected: ", "<4>"}, {"warning: ", "<4>"}, {"", "<6>"}};

/* systemd names the device and inode of the stream that it gave; a redirection leads elsewhere. */
static gboolean is_journal(int descriptor)
{
    const char *stream = g_getenv("JOURNAL_STREAM");
    struct stat state;
    if (stream == NULL || fstat(descriptor, &state) != 0)
        return FALSE;
    g_autofree char *own = g_strdup_printf("%ju:%ju", (uintmax_t)state.st_dev, (uintmax_t)state.st_ino);
    return g_str_equal(stream, own);
}

static const char *mark_of(const char *line)
{
    const struct gravity *gravity = gravities;
    while (!g_str_has_prefix(line, gravity->begins))
        gravity++;
    return gravity->mark;
}

void cfa_log(const char *lines)
{
    if (!is_journal(STDERR_FILENO)) {
        fputs(lines, stderr);
        return;
    }
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
    for (char **line = each; line[0] != NULL && line[1] != NULL; line++)
        fprintf(stderr, "%s%s\n", mark_of(*line), *line);
}

/* Steers a terminal, or turns the direction of what follows. */
static gboolean is_steering(gunichar letter)
{
    return g_unichar_iscntrl(letter) || g_unichar_type(letter) == G_UNICODE_FORMAT;
}

void cfa_log_add_text(GString *line, const char *text, guint most)
{
    guint letters = 0;
    for (const char *at = text; *at != '\0' && letters < most; at += g_utf8_skip[(guchar)*at], letters++) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter == '\n')
            g_string_append_c(line, ' ');
        else
            g_string_append_unichar(line, is_steering(letter) ? 0xFFFD : letter);
    }
}

void cfa_log_add_rejected(GString *lines, const char *source, const cfa_error *error)
{
    g_string_append(lines, "rejected: ");
    cfa_log_add_text(lines, source, G_MAXUINT);
    g_string_append(lines, ": ");
    cfa_log_add_text(lines, error->reason, G_MAXUINT);
    if (error->offset >= 0)
        g_string_append_printf(lines, " (at byte %" G_GINT64_FORMAT ")", error->offset);
    g_string_append_printf(lines, " [%s]\n", error->code);
}

void cfa_log_add_warning(GString *line, const char *source, const cfa_error *warning)
{
    g_string_append(line, "warning: ");
    cfa_log_add_text(line, source, G_MAXUINT);
    g_string_append(line, ": ");
    cfa_log_add_text(line, warning->reason, G_MAXUINT);
    g_string_append_printf(line, " [%s]", warning->code);
}
