/*
 * same_database.h - whether two databases are one and the same to whoever reads them
 */
#ifndef SAME_DATABASE_H
#define SAME_DATABASE_H

/* Everything that libxapian tells of the two is the same: every term, posting, position, value, length and
 * record; and it finds no fault in `ours`. Fails the test where it is not so. */
void assert_same_database(const char *ours, const char *theirs);

#endif
