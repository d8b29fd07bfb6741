// Empty without the trait, so that only a build with it needs GDAL's headers.
#ifdef SITMAP_GDAL
#include "CGDAL.h"

#include <dlfcn.h>
#include <stddef.h>

// The names of the library, the newest last: its C interface stays the same, its number does not. 32 is GDAL 3.6.
static const char *const names[] = {"libgdal.so.32", "libgdal.so.33", "libgdal.so.34", "libgdal.so.35",
                                    "libgdal.so.36", "libgdal.so.37", "libgdal.so.38", "libgdal.so"};

const char *sitmap_gdal_load(struct sitmap_gdal *functions) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return "the library GDAL is not installed (on Debian: apt-get install gdal-bin)";
#define X(name)                                               \
  *(void **)&functions->name = dlsym(library, #name);         \
  if (functions->name == NULL) return "the library GDAL has no function " #name;
  SITMAP_GDAL_FUNCTIONS(X)
#undef X
  return NULL;
}
#endif
