// The client library of PostgreSQL: Debian's libpq-dev has its header in a folder of its own.
#ifndef SITMAP_CLIBPQ_H
#define SITMAP_CLIBPQ_H

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

#endif
