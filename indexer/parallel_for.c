#include "parallel_for.h"

typedef struct loop {
    guint count;
    void (*turn)(guint i, gpointer data);
    gpointer data;
    gint next; /* turn to be taken */
} loop;

static gpointer take_turns(gpointer data)
{
    loop *this = data;
    for (;;) {
        const guint i = (guint)g_atomic_int_add(&this->next, 1);
        if (i >= this->count)
            return NULL;
        this->turn(i, this->data);
    }
}

void cfa_parallel_for(guint count, guint jobs, void (*turn)(guint i, gpointer data), gpointer data)
{
    loop this = {.count = count, .turn = turn, .data = data};
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    GThread *other = NULL;
    while (others->len + 1 < MIN(jobs, count) &&
           (other = g_thread_try_new("turns", take_turns, &this, NULL)) != NULL)
        g_ptr_array_add(others, other);
    take_turns(&this);
    for (guint i = 0; i < others->len; i++)
        g_thread_join(others->pdata[i]);
}
