#include "random.h"

guint64 sample_random_next(sample_random *random)
{
    random->state += G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    guint64 mixed = random->state;
    mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

sample_random sample_random_new(guint64 seed, guint64 purpose)
{
    sample_random random = {.state = seed};
    random.state = sample_random_next(&random) ^ purpose;
    random.state = sample_random_next(&random);
    return random;
}

guint sample_random_below(sample_random *random, guint below)
{
    return (guint)(((sample_random_next(random) >> 32) * below) >> 32);
}

gboolean sample_random_chance(sample_random *random, guint percent)
{
    return sample_random_below(random, 100) < percent;
}
