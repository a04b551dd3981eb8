#include "docs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LONGEST_LINE = 1 << 20, READ_AHEAD = 1 << 18, EXIT_INPUT = 74 };

docs *docs_open(const char *path)
{
    docs *this = calloc(1, sizeof *this);
    if (this == NULL)
        return NULL;
    this->line = malloc(LONGEST_LINE);
    this->file = gzopen(path, "rb");
    if (this->line == NULL || this->file == NULL) {
        perror(path);
        docs_close(this);
        return NULL;
    }
    gzbuffer(this->file, READ_AHEAD);
    return this;
}

int docs_next(docs *this)
{
    const char **const cells[] = {&this->name, &this->section, &this->year, &this->text};
    if (gzgets(this->file, this->line, LONGEST_LINE) == NULL)
        return 0;
    char *at = this->line;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char *end = at + strcspn(at, i < 3 ? "\t" : "\n");
        if (*end == '\0') {
            fputs("a line of the paragraphs is not name, section, year and text\n", stderr);
            exit(EXIT_INPUT);
        }
        *cells[i] = at;
        *end = '\0';
        at = end + 1;
    }
    return 1;
}

void docs_close(docs *this)
{
    if (this == NULL)
        return;
    if (this->file != NULL)
        gzclose(this->file);
    free(this->line);
    free(this);
}
