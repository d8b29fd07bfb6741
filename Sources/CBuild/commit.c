#include "CBuild.h"

const char *sitmap_commit(void) { return SITMAP_COMMIT; }
