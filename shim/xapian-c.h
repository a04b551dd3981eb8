/*
 * xapian-c.h - libxapian 1.4 from C
 *
 * libxapian is a search engine library in C++. These are bindings for C11: opaque types, one error
 * struct, and no C++ exception that ever reaches the caller. Classes and methods keep the names
 * they have in libxapian, so that its documentation is also that of these functions.
 *
 *     xc_error error = XC_ERROR_INIT;
 *     xc_database *db = xc_database_open("index", &error);
 *     xc_enquire *enquire = xc_enquire_new(db, &error);
 *     xc_query *query = xc_query_term("union", XC_NUL, 1, &error);
 *     xc_enquire_set_query(enquire, query, &error);
 *     xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
 *     for (uint32_t i = 0; i < xc_mset_size(mset); i++)
 *         printf("%u\n", (unsigned)xc_mset_get_docid(mset, i, &error));
 *     if (error.status != XC_OK)
 *         fprintf(stderr, "%s: %s\n", error.type, error.message);
 *
 * A complete program is example.c. Compile with `pkg-config --cflags --libs xapian-c`.
 *
 *
 * ERRORS
 *
 * Whatever can fail takes an `xc_error *` as its last argument; NULL is allowed, and means that the
 * caller is content with the value returned: false, NULL, 0, or what is said below.
 *
 *   - A call that succeeds leaves the error as it is. So start from XC_ERROR_INIT; several calls
 *     can then share one error that is looked at once, after the last of them. Before trying again,
 *     xc_error_clear().
 *   - A call that fails writes the error over, with one exception: a call that fails because it was
 *     handed NULL for an object keeps an error that is already there. In the example above, a
 *     failed open is what gets reported, not the NULL that every later call was given.
 *   - A call that is handed an error of XC_NETWORK, XC_IO or XC_CORRUPT does nothing and fails: each
 *     would wait for the shard until its time is over, one after the other; and libxapian can crash
 *     where it goes on in a table of which it could not read a block. What is consumed is, all the same.
 *   - Where 0, false or NULL is also a good answer (a count, the end of an iterator), the error's
 *     status tells the two apart.
 *
 * Any function that reads or writes an index may fail with XC_MODIFIED, XC_CORRUPT, XC_IO,
 * XC_NETWORK, XC_CLOSED, XC_MEMORY or XC_INTERNAL; that is not repeated at each. Every function
 * fails with XC_INVALID when a pointer that it needs is NULL.
 *
 *
 * OWNERSHIP
 *
 *   - What _new, _open and the other makers return is the caller's, and is given back to the _free
 *     of its type. Every _free takes NULL.
 *   - Objects may be freed in any order: what an object still needs of another it keeps alive
 *     itself. An enquire works on after its database has been freed, an mset after its enquire.
 *   - A `const char *` returned is borrowed from the object asked; how long it lives is said there.
 *   - A `char *` returned is the caller's, to be given to free().
 *   - Only xc_query_combine() and xc_query_scale_weight() take what they are given ("consumes").
 *
 *
 * STRINGS
 *
 * Terms, values, data and metadata are bytes, zero bytes included: a pointer and a length. For a
 * string that ends at its first zero byte the length can be XC_NUL. A NULL pointer is the empty
 * string if its length is 0 or XC_NUL. Strings returned end with a zero byte that their length does
 * not count. Nothing is checked to be UTF-8; libxapian takes what is not UTF-8 for Latin-1 wherever
 * it reads characters (spelling alone, here), so check before. Paths and host names end with a zero
 * byte.
 *
 *
 * THREADS
 *
 * There is no global state, but libxapian counts references without locking: a database and all
 * that was made from it (enquires, msets, documents, iterators), and likewise a query and its
 * copies, belong to one thread at a time. Open a database for each thread.
 *
 *
 * ENVIRONMENT
 *
 * libxapian itself reads XAPIAN_* environment variables. A program that runs with somebody else's
 * environment should clear them. XAPIAN_FLUSH_THRESHOLD is read when a writable database is opened:
 * the number of changed documents (default 10000) after which it commits by itself. It counts
 * documents, not bytes; who knows their size sets it high before opening, and commits by bytes.
 */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define XC_EXPORT __attribute__((visibility("default")))
#else
#define XC_EXPORT
#endif

/* In C++ a value that an enum does not name would be undefined; it is to be XC_INVALID. */
#ifdef __cplusplus
#define XC_NOEXCEPT noexcept
#define XC_UNSIGNED : unsigned
extern "C" {
#else
#define XC_NOEXCEPT
#define XC_UNSIGNED
#endif

/* The length of a string that ends at its first zero byte. */
#define XC_NUL SIZE_MAX

/* Bytes of the longest term (and metadata key), where each zero byte counts twice. */
#define XC_TERM_MAX 245

/* Levels of the deepest query: a term has 1, a combination one more than its deepest part. Deep
 * queries overflow the stack, and matching takes time that grows with the square of their depth. */
#define XC_QUERY_DEPTH_MAX 100

/* Bytes of the longest answer of xc_sortable_serialise(). */
#define XC_SORTABLE_MAX 9

/* The slot of a value that is no slot: for xc_enquire_set_collapse_key(). */
#define XC_BAD_VALUENO UINT32_MAX

typedef uint32_t xc_docid;   /* from 1; 0 is no document */
typedef uint32_t xc_valueno; /* a slot, 0 to 0xfffffffe */

typedef struct xc_database xc_database;
typedef struct xc_writable xc_writable;
typedef struct xc_document xc_document;
typedef struct xc_query xc_query;
typedef struct xc_enquire xc_enquire;
typedef struct xc_spy xc_spy;
typedef struct xc_rset xc_rset;
typedef struct xc_mset xc_mset;
typedef struct xc_eset xc_eset;
typedef struct xc_term_iterator xc_term_iterator;
typedef struct xc_posting_iterator xc_posting_iterator;
typedef struct xc_value_iterator xc_value_iterator;

/* ------------------------------------------------------------------ errors */

/* What went wrong, as far as a caller can decide by it. In brackets, libxapian's own classes. */
typedef enum xc_status XC_UNSIGNED {
    XC_OK = 0,
    XC_INVALID,     /* an argument that is never right, an index out of range
                       [InvalidArgumentError] */
    XC_STATE,       /* not at this moment: commit within a transaction [InvalidOperationError] */
    XC_LIMIT,       /* too long, too deep, too many: a bound of this header [WildcardError] */
    XC_UNSUPPORTED, /* not with this kind of database, or of query [UnimplementedError,
                       FeatureUnavailableError] */
    XC_NOT_FOUND,   /* no such document [DocNotFoundError] */
    XC_OPENING,     /* no database there, or none that can be opened or made [DatabaseOpeningError,
                       DatabaseNotFoundError, DatabaseCreateError; XC_IO where the system refused it] */
    XC_VERSION,     /* a format that this libxapian does not read [DatabaseVersionError] */
    XC_LOCK,        /* another writer has it [DatabaseLockError] */
    XC_MODIFIED,    /* rewritten by a writer while being read: reopen and run the whole of what was
                       being done again, not the failed call alone [DatabaseModifiedError] */
    XC_CORRUPT,     /* damaged [DatabaseCorruptError, SerialisationError, RangeError; DatabaseError where the
                       system says so of bytes whose sum is wrong: EBADMSG] */
    XC_CLOSED,      /* used after close [DatabaseClosedError] */
    XC_NETWORK,     /* a remote shard is gone or slow: the message names it [NetworkError,
                       NetworkTimeoutError] */
    XC_IO,          /* reading or writing failed: a full disk, no permission [DatabaseError] */
    XC_MEMORY,      /* out of memory */
    XC_INTERNAL     /* a fault of libxapian, or of these bindings */
} xc_status;

typedef struct xc_error {
    xc_status status;
    char type[44];     /* libxapian's name of the exception, "" if the error is of these bindings */
    char message[464]; /* for people; cut off if too long, never within a UTF-8 character */
} xc_error;

/* clang-format off */
#define XC_ERROR_INIT {XC_OK, {0}, {0}}
/* clang-format on */

/* Makes *error XC_OK with no type and no message. Does nothing with NULL. */
XC_EXPORT void xc_error_clear(xc_error *error) XC_NOEXCEPT;

/* The name of a status as written above: "XC_LOCK". Never NULL; static. */
XC_EXPORT const char *xc_status_name(xc_status status) XC_NOEXCEPT;

/*
 * libxapian 1.4 can end the process: when the disk fails at certain places of a commit it throws what nobody
 * can catch, and C++ prints a line of its own and aborts. A program that wants to say more has a function
 * called instead, with what was thrown. It runs in the thread that failed, must use nothing of libxapian any
 * more, and ends the process by _exit(); when it returns, the process aborts. With NULL it aborts without a
 * word. Not for libraries: there is one for each process.
 */
typedef void (*xc_last_words)(const xc_error *error);
XC_EXPORT void xc_set_last_words(xc_last_words words) XC_NOEXCEPT;

/* The version of libxapian that runs, as "1.4.22". Static. */
XC_EXPORT const char *xc_version(void) XC_NOEXCEPT;

/* ---------------------------------------------------------------- database */

/* A database with nothing in it, to add others to. Searching it while it is empty: XC_INVALID. */
XC_EXPORT xc_database *xc_database_new(xc_error *error) XC_NOEXCEPT;

/* Opens the database at a path: a folder, a single file, or a stub file that names others.
 * XC_OPENING if there is none, XC_VERSION if it is of another format. It shows the last commit of
 * before it was opened; xc_database_reopen() moves it on.
 *
 * Do not reopen across a path that now names another database (a moved symlink, a rewritten stub):
 * libxapian can mix the two without a word. Open anew instead. */
XC_EXPORT xc_database *xc_database_open(const char *path, xc_error *error) XC_NOEXCEPT;

/* Opens several databases as the shards of one. With n shards, document d (from 1) of shard s (from
 * 0) has the docid (d - 1) * n + s + 1. XC_INVALID if n is 0; as xc_database_open() otherwise. */
XC_EXPORT xc_database *xc_database_open_many(const char *const *paths, size_t n, xc_error *error) XC_NOEXCEPT;

/* Opens a database that `xapian-tcpsrv` serves. `timeout` in milliseconds bounds connecting and
 * then every exchange; 0 would wait for ever and is XC_INVALID. XC_NETWORK if nobody answers. */
XC_EXPORT xc_database *xc_database_open_remote(const char *host, uint16_t port, uint32_t timeout,
                                               xc_error *error) XC_NOEXCEPT;

/* Makes `other` one more shard of `db`; both stay the caller's. Docids: xc_database_open_many().
 * XC_INVALID if they are one and the same. */
XC_EXPORT bool xc_database_add_database(xc_database *db, const xc_database *other,
                                        xc_error *error) XC_NOEXCEPT;

/* Frees the handle. Enquires, documents and iterators made from it still work. */
XC_EXPORT void xc_database_free(xc_database *db) XC_NOEXCEPT;

/* Closes the files now. Whatever still uses the database fails with XC_CLOSED when it next has to
 * read. The handle is still to be freed. */
XC_EXPORT bool xc_database_close(xc_database *db, xc_error *error) XC_NOEXCEPT;

/* Moves on to the last commit. *changed (may be NULL) tells if there was a newer one. */
XC_EXPORT bool xc_database_reopen(xc_database *db, bool *changed, xc_error *error) XC_NOEXCEPT;

/* The number of documents; the highest docid ever given. 0 on failure. */
XC_EXPORT uint32_t xc_database_get_doccount(const xc_database *db, xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_docid xc_database_get_lastdocid(const xc_database *db, xc_error *error) XC_NOEXCEPT;

/* The sum, and the mean, of the lengths of all documents. A document's length is the sum of its wdf
 * (within-document frequencies). 0 on failure. */
XC_EXPORT uint64_t xc_database_get_total_length(const xc_database *db, xc_error *error) XC_NOEXCEPT;
XC_EXPORT double xc_database_get_avlength(const xc_database *db, xc_error *error) XC_NOEXCEPT;

/* The UUID, 36 characters; those of shards are joined by ':'. The caller's. NULL on failure. */
XC_EXPORT char *xc_database_get_uuid(const xc_database *db, xc_error *error) XC_NOEXCEPT;

/* A number that grows by each commit. One local database only: XC_STATE with several,
 * XC_UNSUPPORTED with a remote one. 0 on failure. */
XC_EXPORT uint64_t xc_database_get_revision(const xc_database *db, xc_error *error) XC_NOEXCEPT;

/* Whether any document has positions. */
XC_EXPORT bool xc_database_has_positions(const xc_database *db, xc_error *error) XC_NOEXCEPT;

/* In how many documents a term is; how often altogether; whether at all. 0, 0 and false for a term
 * that is not there, and on failure. The empty term stands for every document. */
XC_EXPORT uint32_t xc_database_get_termfreq(const xc_database *db, const char *term, size_t length,
                                            xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_database_get_collection_freq(const xc_database *db, const char *term, size_t length,
                                                   xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_database_term_exists(const xc_database *db, const char *term, size_t length,
                                       xc_error *error) XC_NOEXCEPT;

/* The metadata under a key, "" if there is none. The caller's. *out_length (may be NULL) gets its
 * bytes. NULL on failure; XC_INVALID if the key is empty. Of several shards the first is asked. */
XC_EXPORT char *xc_database_get_metadata(const xc_database *db, const char *key, size_t length,
                                         size_t *out_length, xc_error *error) XC_NOEXCEPT;

/* The metadata keys that start with a prefix ("" for all), in byte order. */
XC_EXPORT xc_term_iterator *xc_database_metadata_keys(const xc_database *db, const char *prefix,
                                                      size_t length, xc_error *error) XC_NOEXCEPT;

/* A document. XC_NOT_FOUND if there is none, XC_INVALID for docid 0. Its data, values and terms are
 * read when first asked for. To be freed by xc_document_free(). */
XC_EXPORT xc_document *xc_database_get_document(const xc_database *db, xc_docid docid,
                                                xc_error *error) XC_NOEXCEPT;

/* One value of one document, without its other parts; "" if it has none. The caller's; *out_length
 * (may be NULL) gets its bytes. XC_NOT_FOUND as above. For many documents in order of their docids
 * xc_database_valuestream() is faster. */
XC_EXPORT char *xc_database_get_value(const xc_database *db, xc_docid docid, xc_valueno slot,
                                      size_t *out_length, xc_error *error) XC_NOEXCEPT;

/* A document's length, the sum of its wdf; the number of its different terms. 0 on failure. */
XC_EXPORT uint32_t xc_database_get_doclength(const xc_database *db, xc_docid docid,
                                             xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_database_get_unique_terms(const xc_database *db, xc_docid docid,
                                                xc_error *error) XC_NOEXCEPT;

/* Bounds that weighting relies on: no document is shorter or longer, no document has a term more often. They
 * may be wider than what is there. 0 on failure. */
XC_EXPORT uint32_t xc_database_get_doclength_lower_bound(const xc_database *db, xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_database_get_doclength_upper_bound(const xc_database *db, xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_database_get_wdf_upper_bound(const xc_database *db, const char *term, size_t length,
                                                   xc_error *error) XC_NOEXCEPT;

/* How many documents have a value in a slot; its lowest and its highest value in byte order ("" if
 * there is none; the bounds may be wider than what is there after documents were deleted). The
 * strings are the caller's; *out_length (may be NULL) gets their bytes. */
XC_EXPORT uint32_t xc_database_get_value_freq(const xc_database *db, xc_valueno slot,
                                              xc_error *error) XC_NOEXCEPT;
XC_EXPORT char *xc_database_get_value_lower_bound(const xc_database *db, xc_valueno slot, size_t *out_length,
                                                  xc_error *error) XC_NOEXCEPT;
XC_EXPORT char *xc_database_get_value_upper_bound(const xc_database *db, xc_valueno slot, size_t *out_length,
                                                  xc_error *error) XC_NOEXCEPT;

/* The documents that have a term, in order of docids; every document for the empty term. An
 * unknown term has none. */
XC_EXPORT xc_posting_iterator *xc_database_postlist(const xc_database *db, const char *term, size_t length,
                                                    xc_error *error) XC_NOEXCEPT;

/* All terms that start with a prefix ("" for all), in byte order, with their frequency. */
XC_EXPORT xc_term_iterator *xc_database_allterms(const xc_database *db, const char *prefix, size_t length,
                                                 xc_error *error) XC_NOEXCEPT;

/* The terms of a document in byte order, with wdf and frequency. XC_NOT_FOUND if there is no such
 * document. */
XC_EXPORT xc_term_iterator *xc_database_termlist(const xc_database *db, xc_docid docid,
                                                 xc_error *error) XC_NOEXCEPT;

/* The values in a slot, in order of docids; documents without one are passed over. */
XC_EXPORT xc_value_iterator *xc_database_valuestream(const xc_database *db, xc_valueno slot,
                                                     xc_error *error) XC_NOEXCEPT;

/* Where a term is in a document: writes at most `capacity` positions, ascending, and returns how
 * many there are, which may be more. `positions` may be NULL if capacity is 0. 0 if the document
 * has no such term or the term no positions, and on failure. */
XC_EXPORT size_t xc_database_positionlist(const xc_database *db, xc_docid docid, const char *term,
                                          size_t length, uint32_t *positions, size_t capacity,
                                          xc_error *error) XC_NOEXCEPT;

/* The best word of the spelling dictionary within `max_edit_distance` edits (usual: 2) of a UTF-8
 * word, "" if none is near. A word that is itself in the dictionary may get "", too. The caller's;
 * *out_length (may be NULL) gets its bytes. NULL on failure. */
XC_EXPORT char *xc_database_get_spelling_suggestion(const xc_database *db, const char *word, size_t length,
                                                    unsigned max_edit_distance, size_t *out_length,
                                                    xc_error *error) XC_NOEXCEPT;

/* Copies databases into one new database at `destination`, packed for reading. Sources are opened
 * read-only; their documents follow each other, docids of later sources shifted by the last docids
 * of those before. `block_size` in bytes: a power of two from 2048 to 65536, or 0 for 8192. What is
 * written is synced to the disk. Metadata under a key that several sources have is the first one's.
 * `destination` must not be there yet (XC_OPENING); after a later failure it may hold part of a
 * database: remove it. */
XC_EXPORT bool xc_database_compact(const char *const *sources, size_t n, const char *destination,
                                   uint32_t block_size, xc_error *error) XC_NOEXCEPT;

/* Reads a database through, and sets *faults to how many it found wrong in it. Damage may also be
 * told as failure: XC_CORRUPT or XC_OPENING. Minutes for gigabytes. */
XC_EXPORT bool xc_database_check(const char *path, size_t *faults, xc_error *error) XC_NOEXCEPT;

/* --------------------------------------------------------------- iterators */

/*
 * An iterator starts before its first element: call _next first. After a failure, as at the end, it
 * stays where it is, and every further call fails in the same way. A list of a damaged database that would
 * lead in circles ends with XC_CORRUPT.
 *
 *     while ((term = xc_term_iterator_next(it, &length, &error)))
 *         ...
 *     if (error.status != XC_OK) ...
 */

/* The next term; NULL at the end and on failure. Borrowed until the iterator is next moved or
 * freed. *length (may be NULL) gets its bytes. */
XC_EXPORT const char *xc_term_iterator_next(xc_term_iterator *it, size_t *length,
                                            xc_error *error) XC_NOEXCEPT;

/* Moves on to the first term not before `term` in byte order, never backwards, and returns it as
 * _next does. Needs an iterator in byte order: not xc_spy_top_values(). */
XC_EXPORT const char *xc_term_iterator_skip_to(xc_term_iterator *it, const char *term, size_t term_length,
                                               size_t *length, xc_error *error) XC_NOEXCEPT;

/* Of the term last returned: in how many documents it is (for a spy: how often the value was seen),
 * and its wdf, which only terms of a document have. 0 on failure; XC_STATE if there is no such term,
 * or the list does not know (terms of a query, or of a new document, have no frequency). */
XC_EXPORT uint32_t xc_term_iterator_get_termfreq(const xc_term_iterator *it, xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_term_iterator_get_wdf(const xc_term_iterator *it, xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_term_iterator_free(xc_term_iterator *it) XC_NOEXCEPT;

/* The next document; the first one from `docid` on, never backwards. 0 at the end and on failure.
 */
XC_EXPORT xc_docid xc_posting_iterator_next(xc_posting_iterator *it, xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_docid xc_posting_iterator_skip_to(xc_posting_iterator *it, xc_docid docid,
                                               xc_error *error) XC_NOEXCEPT;

/* The next documents, at most `capacity` of them: how many, 0 at the end and on failure. A list that is
 * wanted whole is read so in a third of the time. */
XC_EXPORT size_t xc_posting_iterator_read(xc_posting_iterator *it, xc_docid *docids, size_t capacity,
                                          xc_error *error) XC_NOEXCEPT;

/* Of the document last returned: the wdf of the term there, and the document's length. 0 on
 * failure; XC_STATE if there is no such document. */
XC_EXPORT uint32_t xc_posting_iterator_get_wdf(const xc_posting_iterator *it, xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_posting_iterator_get_doclength(const xc_posting_iterator *it,
                                                     xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_posting_iterator_free(xc_posting_iterator *it) XC_NOEXCEPT;

/* The next document that has a value; the first one from `docid` on, never backwards. 0 at the end
 * and on failure. */
XC_EXPORT xc_docid xc_value_iterator_next(xc_value_iterator *it, xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_docid xc_value_iterator_skip_to(xc_value_iterator *it, xc_docid docid,
                                             xc_error *error) XC_NOEXCEPT;

/* The value of the document last returned. Borrowed until the iterator is next moved or freed.
 * NULL on failure; XC_STATE if there is no such document. */
XC_EXPORT const char *xc_value_iterator_get_value(xc_value_iterator *it, size_t *length,
                                                  xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_value_iterator_free(xc_value_iterator *it) XC_NOEXCEPT;

/* ---------------------------------------------------------------- writable */

typedef enum xc_writable_mode XC_UNSIGNED {
    XC_DB_CREATE_OR_OPEN,
    XC_DB_CREATE_OR_OVERWRITE,
    XC_DB_CREATE, /* XC_OPENING if there is one */
    XC_DB_OPEN    /* XC_OPENING if there is none */
} xc_writable_mode;

/* Combined by |. */
enum {
    XC_DB_NO_SYNC = 1,   /* commits are not synced to the disk: a power cut can break it */
    XC_DB_FULL_SYNC = 2, /* try harder to sync, where the system can */
    XC_DB_DANGEROUS = 4  /* overwrite blocks in place: no reader meanwhile, any crash breaks it */
};

/* Opens a database to write, and takes its lock until it is closed or freed. XC_LOCK at once if
 * another writer has it: there is no waiting. `block_size` as for xc_database_compact(), used only
 * when the database is made. XC_INVALID for an unknown mode, flag or block size. */
XC_EXPORT xc_writable *xc_writable_open(const char *path, xc_writable_mode mode, unsigned flags,
                                        uint32_t block_size, xc_error *error) XC_NOEXCEPT;

/* A database that lives in memory and ends when freed: for tests and trifles. No transactions
 * (XC_UNSUPPORTED). */
XC_EXPORT xc_writable *xc_writable_open_memory(xc_error *error) XC_NOEXCEPT;

/* Commits, closes, and releases the lock; a transaction that is open is cancelled. On failure the
 * database is closed nevertheless, with what was not committed lost. The handle is still to be
 * freed; what is changed by it afterwards is XC_CLOSED. */
XC_EXPORT bool xc_writable_close(xc_writable *writable, xc_error *error) XC_NOEXCEPT;

/* Frees the handle, closing as xc_writable_close() does but with nobody to tell of a failure: commit
 * or close before. The lock is free afterwards, whatever enquires are still alive; they now fail
 * with XC_CLOSED. */
XC_EXPORT void xc_writable_free(xc_writable *writable) XC_NOEXCEPT;

/* The same database for reading, uncommitted changes included. Borrowed: it lives and dies with
 * `writable`, and is not to be freed. NULL if writable is NULL. */
XC_EXPORT xc_database *xc_writable_get_database(xc_writable *writable) XC_NOEXCEPT;

/* Writes all changes so far to the disk, where readers see them at once or not at all. XC_STATE
 * within a transaction. */
XC_EXPORT bool xc_writable_commit(xc_writable *writable, xc_error *error) XC_NOEXCEPT;

/* A transaction: changes that are kept all or none. begin first commits what came before, and
 * XC_STATE if one is open; commit and cancel end it even when they fail, and XC_STATE if none is
 * open. */
XC_EXPORT bool xc_writable_begin_transaction(xc_writable *writable, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_writable_commit_transaction(xc_writable *writable, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_writable_cancel_transaction(xc_writable *writable, xc_error *error) XC_NOEXCEPT;

/* Adds a document, and returns its new docid; 0 on failure. The document stays the caller's, and
 * may be changed and added again. */
XC_EXPORT xc_docid xc_writable_add_document(xc_writable *writable, const xc_document *document,
                                            xc_error *error) XC_NOEXCEPT;

/* Puts a document in the place of one docid, whether it was taken or not. XC_INVALID for 0. */
XC_EXPORT bool xc_writable_replace_document(xc_writable *writable, xc_docid docid,
                                            const xc_document *document, xc_error *error) XC_NOEXCEPT;

/* Puts a document in the place of all that have a term, at the lowest of their docids, or adds it
 * if none has. Returns the docid; 0 on failure. The term is not itself added to the document.
 * XC_INVALID if it is empty, XC_LIMIT if it is longer than XC_TERM_MAX. */
XC_EXPORT xc_docid xc_writable_replace_document_by_term(xc_writable *writable, const char *term,
                                                        size_t length, const xc_document *document,
                                                        xc_error *error) XC_NOEXCEPT;

/* Deletes one document (XC_NOT_FOUND if there is none), or all that have a term (there may be none;
 * XC_INVALID if the term is empty, XC_LIMIT if it is too long). */
XC_EXPORT bool xc_writable_delete_document(xc_writable *writable, xc_docid docid,
                                           xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_writable_delete_document_by_term(xc_writable *writable, const char *term, size_t length,
                                                   xc_error *error) XC_NOEXCEPT;

/* Sets the metadata under a key; an empty value deletes it. XC_INVALID if the key is empty,
 * XC_LIMIT if it is longer than XC_TERM_MAX. */
XC_EXPORT bool xc_writable_set_metadata(xc_writable *writable, const char *key, size_t key_length,
                                        const char *value, size_t value_length, xc_error *error) XC_NOEXCEPT;

/* Raises, or lowers, the frequency of a UTF-8 word in the spelling dictionary; a word that sinks to
 * 0 is removed. XC_LIMIT if it is longer than XC_TERM_MAX. */
XC_EXPORT bool xc_writable_add_spelling(xc_writable *writable, const char *word, size_t length,
                                        uint32_t frequency, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_writable_remove_spelling(xc_writable *writable, const char *word, size_t length,
                                           uint32_t frequency, xc_error *error) XC_NOEXCEPT;

/* ---------------------------------------------------------------- document */

/* An empty document. NULL on failure. */
XC_EXPORT xc_document *xc_document_new(xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_document_free(xc_document *document) XC_NOEXCEPT;

/* Empties the document for the next use: terms, values and data; or its values, or terms, alone. */
XC_EXPORT bool xc_document_clear(xc_document *document, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_document_clear_values(xc_document *document, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_document_clear_terms(xc_document *document, xc_error *error) XC_NOEXCEPT;

/* The docid in the database that the document is from; 0 for a new one. Over shards it is that
 * within its shard: prefer the docid that it was asked by. */
XC_EXPORT xc_docid xc_document_get_docid(const xc_document *document, xc_error *error) XC_NOEXCEPT;

/* The data: any bytes, kept and given back as they are. get: borrowed until the next get_data,
 * set_data, clear or free of the document; NULL on failure. *length may be NULL. */
XC_EXPORT bool xc_document_set_data(xc_document *document, const char *data, size_t length,
                                    xc_error *error) XC_NOEXCEPT;
XC_EXPORT const char *xc_document_get_data(xc_document *document, size_t *length,
                                           xc_error *error) XC_NOEXCEPT;

/* Terms. A posting is a term at a position (from 0, though 1 is the custom), `wdf` is added to its
 * within-document frequency (usual: 1). A boolean term has wdf 0: it filters, and weighs nothing.
 * XC_INVALID if the term is empty, XC_LIMIT if it is longer than XC_TERM_MAX: said here, since
 * libxapian itself says it only when the document is added. */
XC_EXPORT bool xc_document_add_posting(xc_document *document, const char *term, size_t length,
                                       uint32_t position, uint32_t wdf, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_document_add_term(xc_document *document, const char *term, size_t length, uint32_t wdf,
                                    xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_document_add_boolean_term(xc_document *document, const char *term, size_t length,
                                            xc_error *error) XC_NOEXCEPT;

/* Takes a term away, with its positions. XC_INVALID if the document has no such term. */
XC_EXPORT bool xc_document_remove_term(xc_document *document, const char *term, size_t length,
                                       xc_error *error) XC_NOEXCEPT;

/* Values: what is sorted, collapsed, counted and compared, in byte order. An empty value is none.
 * add_value_number stores xc_sortable_serialise(); XC_INVALID if it is not a number.
 * XC_INVALID for the slot XC_BAD_VALUENO. */
XC_EXPORT bool xc_document_add_value(xc_document *document, xc_valueno slot, const char *value, size_t length,
                                     xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_document_add_value_number(xc_document *document, xc_valueno slot, double number,
                                            xc_error *error) XC_NOEXCEPT;

/* A value, "" if there is none: borrowed until the next get_value or free of the document. The same
 * as a number: NAN if there is none, and on failure. */
XC_EXPORT const char *xc_document_get_value(xc_document *document, xc_valueno slot, size_t *length,
                                            xc_error *error) XC_NOEXCEPT;
XC_EXPORT double xc_document_get_value_number(xc_document *document, xc_valueno slot,
                                              xc_error *error) XC_NOEXCEPT;

/* The document's terms, in byte order, with wdf. */
XC_EXPORT xc_term_iterator *xc_document_termlist(const xc_document *document, xc_error *error) XC_NOEXCEPT;

/* A number as bytes that sort as the number does, -INFINITY to INFINITY, and back. Writes at most
 * XC_SORTABLE_MAX bytes, without a zero at the end, and returns how many; -INFINITY takes none, nor
 * does NAN. Bytes that are no such number give some number. */
XC_EXPORT size_t xc_sortable_serialise(double number, char *buffer) XC_NOEXCEPT;
XC_EXPORT double xc_sortable_unserialise(const char *bytes, size_t length) XC_NOEXCEPT;

/* ------------------------------------------------------------------- query */

typedef enum xc_query_op XC_UNSIGNED {
    XC_OP_AND,       /* all */
    XC_OP_OR,        /* any */
    XC_OP_AND_NOT,   /* the first without any of the others */
    XC_OP_XOR,       /* an odd number of them */
    XC_OP_AND_MAYBE, /* the first; the others add weight */
    XC_OP_FILTER,    /* all; only the first has weight */
    XC_OP_NEAR,      /* all within `parameter` positions, in any order */
    XC_OP_PHRASE,    /* all within `parameter` positions, in this order */
    XC_OP_SYNONYM,   /* any, weighed as if they were one term */
    XC_OP_MAX,       /* any, with the weight of the best */
    XC_OP_ELITE_SET  /* any of the best `parameter` of them */
} xc_query_op;

/* What a wildcard does when more terms start with its prefix than it may take. */
typedef enum xc_wildcard_limit XC_UNSIGNED {
    XC_WILDCARD_LIMIT_ERROR,        /* the search fails with XC_LIMIT; libxapian loses a few hundred
                                       bytes each time, so not for a program that runs on */
    XC_WILDCARD_LIMIT_FIRST,        /* the first ones in byte order */
    XC_WILDCARD_LIMIT_MOST_FREQUENT /* those in most documents; all are looked at */
} xc_wildcard_limit;

/* Every document, with weight 0; no document. */
XC_EXPORT xc_query *xc_query_match_all(xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_query *xc_query_match_nothing(xc_error *error) XC_NOEXCEPT;

/* The documents that have a term. `wqf` is how often it counts in the query (usual: 1). XC_INVALID
 * if the term is empty: that would be every document. Its length has no bound: a term longer than
 * XC_TERM_MAX matches nothing. */
XC_EXPORT xc_query *xc_query_term(const char *term, size_t length, uint32_t wqf, xc_error *error) XC_NOEXCEPT;

/* Combines n queries by an operator. CONSUMES them: on success and on failure alike, each query of
 * the array is freed, the array's pointers are set to NULL. So parts can be made in place and a
 * failure be looked for once: a NULL among them fails with the error that it had left.
 *
 * No query at all gives one that matches nothing; a single one itself. `parameter` is the window of
 * NEAR and PHRASE (0, or less than n, means n) and the number of parts that ELITE_SET keeps (0 means
 * 10); others ignore it. The parts of NEAR and PHRASE are terms, or OR of terms, wildcards not among
 * them: others are XC_UNSUPPORTED here or in the search. If the first part is itself an AND, OR or
 * XOR and the operator the same, the others join it, so that a chain built two by two stays flat.
 *
 * XC_LIMIT if the result is deeper than XC_QUERY_DEPTH_MAX. Width has no bound here, and costs time
 * for each term: bound it. */
XC_EXPORT xc_query *xc_query_combine(xc_query_op op, xc_query **queries, size_t n, uint32_t parameter,
                                     xc_error *error) XC_NOEXCEPT;

/* The query with its weight multiplied; 0 makes it a filter. CONSUMES the query, on failure too.
 * XC_INVALID if the factor is negative or not finite; XC_LIMIT as above. */
XC_EXPORT xc_query *xc_query_scale_weight(double factor, xc_query *query, xc_error *error) XC_NOEXCEPT;

/* The terms that start with a prefix, at most `max_expansion` of them (in each shard), combined by
 * XC_OP_OR, XC_OP_SYNONYM or XC_OP_MAX. XC_INVALID if max_expansion is 0: libxapian reads that as
 * no limit here and as nothing elsewhere, and no limit costs a second for each 100,000 terms. */
XC_EXPORT xc_query *xc_query_wildcard(const char *prefix, size_t length, uint32_t max_expansion,
                                      xc_wildcard_limit limit, xc_query_op combiner,
                                      xc_error *error) XC_NOEXCEPT;

/* The documents whose value in a slot is from `low` to `high`, at least `low`, at most `high`, in
 * byte order, both ends included; without weight. Numbers: xc_sortable_serialise(). Documents
 * without a value are in no range, but in that of at least "", which is every document. */
XC_EXPORT xc_query *xc_query_value_range(xc_valueno slot, const char *low, size_t low_length,
                                         const char *high, size_t high_length, xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_query *xc_query_value_ge(xc_valueno slot, const char *low, size_t length,
                                      xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_query *xc_query_value_le(xc_valueno slot, const char *high, size_t length,
                                      xc_error *error) XC_NOEXCEPT;

/* These documents, without weight: bit `docid % 64` of word `docid / 64` says whether a document is one of
 * them. The words are copied. All must be documents of the database that is searched, one local one: a search
 * takes their word for it. */
XC_EXPORT xc_query *xc_query_documents(const uint64_t *words, size_t count, xc_error *error) XC_NOEXCEPT;

/* A copy, which shares what it can: for a query that is to be part of two. */
XC_EXPORT xc_query *xc_query_copy(const xc_query *query, xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_query_free(xc_query *query) XC_NOEXCEPT;

/* Whether it is a query that matches nothing, by its form alone. True for NULL. */
XC_EXPORT bool xc_query_is_empty(const xc_query *query) XC_NOEXCEPT;

/* The sum of the wqf of its terms; its levels. 0 for NULL. */
XC_EXPORT uint32_t xc_query_get_length(const xc_query *query) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_query_get_depth(const xc_query *query) XC_NOEXCEPT;

/* What a query is. */
typedef enum xc_query_type XC_UNSIGNED {
    XC_QUERY_MATCH_NOTHING,
    XC_QUERY_MATCH_ALL,
    XC_QUERY_TERM,     /* the one of xc_query_get_unique_terms() */
    XC_QUERY_COMBINED, /* of its subqueries, by xc_query_get_op() */
    XC_QUERY_SCALED,   /* one subquery, with its weight multiplied */
    XC_QUERY_OTHER     /* a wildcard, a range, documents */
} xc_query_type;

/* Of what a query is made. XC_QUERY_MATCH_NOTHING for NULL; XC_OP_AND for what is not combined. libxapian may
 * have made it simpler than it was given: a single part is that part. */
XC_EXPORT xc_query_type xc_query_get_type(const xc_query *query) XC_NOEXCEPT;
XC_EXPORT xc_query_op xc_query_get_op(const xc_query *query) XC_NOEXCEPT;

/* How many subqueries it has (0 for NULL), and the nth of them, from 0, the caller's. XC_INVALID if there are
 * not so many. */
XC_EXPORT size_t xc_query_get_num_subqueries(const xc_query *query) XC_NOEXCEPT;
XC_EXPORT xc_query *xc_query_get_subquery(const xc_query *query, size_t n, xc_error *error) XC_NOEXCEPT;

/* Its different terms, in byte order. What wildcards will expand to is not among them. */
XC_EXPORT xc_term_iterator *xc_query_get_unique_terms(const xc_query *query, xc_error *error) XC_NOEXCEPT;

/* How libxapian writes it, for people who look for faults. The caller's. NULL on failure. */
XC_EXPORT char *xc_query_get_description(const xc_query *query, xc_error *error) XC_NOEXCEPT;

/* ----------------------------------------------------------------- enquire */

typedef enum xc_docid_order XC_UNSIGNED {
    XC_DOCID_ASCENDING,
    XC_DOCID_DESCENDING,
    XC_DOCID_DONT_CARE /* whichever is fastest */
} xc_docid_order;

/* A search in a database. It keeps the database open after xc_database_free(). XC_INVALID if the
 * database has no shard. */
XC_EXPORT xc_enquire *xc_enquire_new(const xc_database *db, xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_enquire_free(xc_enquire *enquire) XC_NOEXCEPT;

/* What to look for. The query stays the caller's, and may be freed at once. */
XC_EXPORT bool xc_enquire_set_query(xc_enquire *enquire, const xc_query *query, xc_error *error) XC_NOEXCEPT;

/* The weight: BM25 (libxapian's default is 1, 0, 1, 0.5, 0.5), or none for a boolean search. With
 * b > 0 and with k2 > 0 every document's length is read, which costs with the size of the database
 * even for a rare word. XC_INVALID if a number is not finite or negative, or b > 1. */
XC_EXPORT bool xc_enquire_set_weight_bm25(xc_enquire *enquire, double k1, double k2, double k3, double b,
                                          double min_normlen, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_enquire_set_weight_bool(xc_enquire *enquire, xc_error *error) XC_NOEXCEPT;

/* At most `max` hits with the same value in a slot, the best of them; XC_BAD_VALUENO ends that.
 * Hits without a value are not collapsed. XC_INVALID if max is 0. */
XC_EXPORT bool xc_enquire_set_collapse_key(xc_enquire *enquire, xc_valueno slot, uint32_t max,
                                           xc_error *error) XC_NOEXCEPT;

/* The order of the hits: best weight first (the default), or by the bytes of a value, low to high
 * unless `reverse`. A document without a value has the empty one. XC_INVALID for XC_BAD_VALUENO. */
XC_EXPORT bool xc_enquire_set_sort_by_relevance(xc_enquire *enquire, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_enquire_set_sort_by_value(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                            xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_enquire_set_sort_by_value_then_relevance(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                                           xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_enquire_set_sort_by_relevance_then_value(xc_enquire *enquire, xc_valueno slot, bool reverse,
                                                           xc_error *error) XC_NOEXCEPT;

/* The order of hits that are equal otherwise (default: XC_DOCID_ASCENDING). */
XC_EXPORT bool xc_enquire_set_docid_order(xc_enquire *enquire, xc_docid_order order,
                                          xc_error *error) XC_NOEXCEPT;

/* Leaves out hits below a percentage (0 to 100) of the best, or below a weight. 0 and 0: none.
 * XC_INVALID if the percentage is out of range or the weight not finite or negative. */
XC_EXPORT bool xc_enquire_set_cutoff(xc_enquire *enquire, int percent, double weight,
                                     xc_error *error) XC_NOEXCEPT;

/* Has a spy look at the documents that match in each get_mset from now on; it adds up over them.
 * The spy stays the caller's, and may be freed before the enquire, to no effect on the search. */
XC_EXPORT bool xc_enquire_add_spy(xc_enquire *enquire, xc_spy *spy, xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_enquire_clear_spies(xc_enquire *enquire, xc_error *error) XC_NOEXCEPT;

/* Searches: the hits from rank `first` (from 0), at most `maxitems` of them; memory is taken for
 * first + maxitems. At least `checkatleast` matches are looked at, if there are so many, so that
 * counts up to there are exact and spies complete; 0 if that does not matter. A match that has
 * begun cannot be stopped: bound the query. XC_LIMIT if a wildcard is too wide, XC_UNSUPPORTED for
 * parts that NEAR or PHRASE do not take. Before a query is set, nothing matches. */
XC_EXPORT xc_mset *xc_enquire_get_mset(xc_enquire *enquire, uint32_t first, uint32_t maxitems,
                                       uint32_t checkatleast, xc_error *error) XC_NOEXCEPT;

/* Calls `visit` with the docid of every document that matches, each once, in no order to rely on, and makes
 * no hits of them, which takes a fraction of the time. Order and collapsing do not matter; without weight it
 * is fastest (xc_enquire_set_weight_bool()). `visit` uses the enquire for nothing, and cannot end the visit.
 * XC_UNSUPPORTED but for one local database: libxapian does not say of which shard a document is. A spy
 * counts everywhere. After another failure some may have been visited. */
typedef void (*xc_visitor)(xc_docid docid, void *data);
XC_EXPORT bool xc_enquire_visit(xc_enquire *enquire, xc_visitor visit, void *data,
                                xc_error *error) XC_NOEXCEPT;

/* The terms of the query that a document has, each once, in no order to rely on. What a wildcard
 * stands for is not among them. XC_NOT_FOUND if there is no such document. */
XC_EXPORT xc_term_iterator *xc_enquire_get_matching_terms(xc_enquire *enquire, xc_docid docid,
                                                          xc_error *error) XC_NOEXCEPT;

/* At most `maxitems` terms that tell the documents of `rset` from the others, best first. Terms of
 * the query are left out unless `with_query_terms`. */
XC_EXPORT xc_eset *xc_enquire_get_eset(xc_enquire *enquire, uint32_t maxitems, const xc_rset *rset,
                                       bool with_query_terms, xc_error *error) XC_NOEXCEPT;

/* --------------------------------------------------------------------- spy */

/* Counts the values in a slot among the documents that match. Works over remote shards. */
XC_EXPORT xc_spy *xc_spy_new(xc_valueno slot, xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_spy_free(xc_spy *spy) XC_NOEXCEPT;

/* How many documents it has seen, those without a value included. 0 for NULL. */
XC_EXPORT uint32_t xc_spy_get_total(const xc_spy *spy) XC_NOEXCEPT;

/* The values seen, in byte order; the `max` most frequent ones, most frequent first. How often:
 * xc_term_iterator_get_termfreq(). Ask after the search: what is seen later may or may not show. */
XC_EXPORT xc_term_iterator *xc_spy_values(const xc_spy *spy, xc_error *error) XC_NOEXCEPT;
XC_EXPORT xc_term_iterator *xc_spy_top_values(const xc_spy *spy, size_t max, xc_error *error) XC_NOEXCEPT;

/* -------------------------------------------------------------------- rset */

/* A set of documents held to be relevant, for xc_enquire_get_eset(). XC_INVALID for docid 0. */
XC_EXPORT xc_rset *xc_rset_new(xc_error *error) XC_NOEXCEPT;
XC_EXPORT bool xc_rset_add_document(xc_rset *rset, xc_docid docid, xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_rset_size(const xc_rset *rset) XC_NOEXCEPT;
XC_EXPORT void xc_rset_free(xc_rset *rset) XC_NOEXCEPT;

/* -------------------------------------------------------------------- mset */

/* The hits of a search. It stays as it was found, though its documents are read when asked for. An
 * index i counts from 0 within the mset, hit i has the rank first + i; XC_INVALID if i is not below
 * the size. */
XC_EXPORT void xc_mset_free(xc_mset *mset) XC_NOEXCEPT;

/* How many hits it holds. 0 for NULL. */
XC_EXPORT uint32_t xc_mset_size(const xc_mset *mset) XC_NOEXCEPT;

/* How many documents match: at least, about, at most. 0 for NULL. The same as it would be without
 * collapsing. */
XC_EXPORT uint32_t xc_mset_get_matches_lower_bound(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_matches_estimated(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_matches_upper_bound(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_uncollapsed_matches_lower_bound(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_uncollapsed_matches_estimated(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_uncollapsed_matches_upper_bound(const xc_mset *mset) XC_NOEXCEPT;

/* The highest weight that a document could have, and that one has. 0 for NULL. */
XC_EXPORT double xc_mset_get_max_possible(const xc_mset *mset) XC_NOEXCEPT;
XC_EXPORT double xc_mset_get_max_attained(const xc_mset *mset) XC_NOEXCEPT;

/* In how many documents a term is, known from the search if it is of the query, else read; and the
 * most weight that a term of the query can add, XC_INVALID for another. 0 on failure. */
XC_EXPORT uint32_t xc_mset_get_termfreq(const xc_mset *mset, const char *term, size_t length,
                                        xc_error *error) XC_NOEXCEPT;
XC_EXPORT double xc_mset_get_termweight(const xc_mset *mset, const char *term, size_t length,
                                        xc_error *error) XC_NOEXCEPT;

/* Of hit i: docid, weight, percentage of the best possible. 0 on failure. */
XC_EXPORT xc_docid xc_mset_get_docid(const xc_mset *mset, uint32_t i, xc_error *error) XC_NOEXCEPT;
XC_EXPORT double xc_mset_get_weight(const xc_mset *mset, uint32_t i, xc_error *error) XC_NOEXCEPT;
XC_EXPORT int xc_mset_get_percent(const xc_mset *mset, uint32_t i, xc_error *error) XC_NOEXCEPT;

/* Of hit i: the value by which it was collapsed, "" if by none: borrowed until the next such call
 * or the mset is freed, NULL on failure. And at least how many hits were left out in its favour. */
XC_EXPORT const char *xc_mset_get_collapse_key(xc_mset *mset, uint32_t i, size_t *length,
                                               xc_error *error) XC_NOEXCEPT;
XC_EXPORT uint32_t xc_mset_get_collapse_count(const xc_mset *mset, uint32_t i, xc_error *error) XC_NOEXCEPT;

/* Of hit i: the value by which it was sorted, "" if by none: borrowed as that by which it was collapsed. */
XC_EXPORT const char *xc_mset_get_sort_key(xc_mset *mset, uint32_t i, size_t *length,
                                           xc_error *error) XC_NOEXCEPT;

/* The document of hit i, to be freed by xc_document_free(). One that was deleted since in the same
 * handle (a writable's) has no data, values or terms, and nothing tells; readers do not meet it. */
XC_EXPORT xc_document *xc_mset_get_document(const xc_mset *mset, uint32_t i, xc_error *error) XC_NOEXCEPT;

/* Asks for the documents of all hits at once: worth it when shards are remote. */
XC_EXPORT bool xc_mset_fetch(xc_mset *mset, xc_error *error) XC_NOEXCEPT;

/* -------------------------------------------------------------------- eset */

/* The terms of xc_enquire_get_eset(), best first; i counts from 0, XC_INVALID if it is not below
 * the size. The term is borrowed until the next such call or the eset is freed. */
XC_EXPORT uint32_t xc_eset_size(const xc_eset *eset) XC_NOEXCEPT;
XC_EXPORT const char *xc_eset_get_term(xc_eset *eset, uint32_t i, size_t *length,
                                       xc_error *error) XC_NOEXCEPT;
XC_EXPORT double xc_eset_get_weight(const xc_eset *eset, uint32_t i, xc_error *error) XC_NOEXCEPT;
XC_EXPORT void xc_eset_free(xc_eset *eset) XC_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
