#pragma once

/// The commit that the program was built from, as the build names it; empty where it names none.
const char *sitmap_commit(void);
