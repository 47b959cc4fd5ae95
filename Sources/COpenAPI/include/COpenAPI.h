#ifndef EMX_COPENAPI_H
#define EMX_COPENAPI_H

#include <stddef.h>

/// The description of the service's interface, which `/openapi.json` hands out, and its length.
const unsigned char *emx_openapi(size_t *count);

#endif
