#include "bm25.h"

#include <math.h>

static const double k3 = 1, b = 0.75, least_length = 0.1;

void cfa_bm25_set_weight(xc_enquire *enquire, xc_error *error)
{
    xc_enquire_set_weight_bm25(enquire, CFA_BM25_K1, 0, k3, 0, least_length, error);
}

double cfa_bm25_idf(double documents, double frequency)
{
    return log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

double cfa_bm25_saturation(double count, double k1, double length)
{
    return count * (k1 + 1) / (count + k1 * (1 - b + b * length));
}
