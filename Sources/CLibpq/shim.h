// The client library of PostgreSQL, as Debian's libpq-dev has it.
#ifndef SITMAP_CLIBPQ_H
#define SITMAP_CLIBPQ_H

#include <libpq-fe.h>

#endif
