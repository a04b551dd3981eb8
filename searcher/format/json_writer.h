/*
 * JSON, written in the order in which it is told: an answer has a hundred thousand values, and a tree of them
 * takes ten times as long.
 *
 *     GString *json = g_string_new(NULL);
 *     cfa_json_open(json, NULL, '{');
 *     cfa_json_add_text(json, "id", passage->record->id);
 *     cfa_json_close(json, '}');                           {"id":"394/83/en"}
 *
 * A key is written as it is, and is NULL for a value of a list. Commas come by themselves.
 */
#ifndef CFA_FORMAT_JSON_WRITER_H
#define CFA_FORMAT_JSON_WRITER_H

#include <glib.h>
#include <jansson.h>

/* A bracket, '{' or '[', and the one that closes it. */
void cfa_json_open(GString *json, const char *key, char bracket);
void cfa_json_close(GString *json, char bracket);

/* A string, bad UTF-8 mended, or null for NULL; one that is freed here. */
void cfa_json_add_text(GString *json, const char *key, const char *text);
void cfa_json_add_taken(GString *json, const char *key, char *text);

void cfa_json_add_integer(GString *json, const char *key, guint64 number);

/* Three decimals are enough, and print the same everywhere. */
void cfa_json_add_rounded(GString *json, const char *key, double number);

void cfa_json_add_boolean(GString *json, const char *key, gboolean value);

/* What others made a tree of, which is gone afterwards. */
void cfa_json_add_tree(GString *json, const char *key, json_t *value);

#endif
