// The schemas in `schemas/`, as they stand there, inside the binary.
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    // The folder, such as `pact`, and the one in it, such as `3.0`.
    const char *format, *version;
    // The file in that folder.
    const char *name;
    const unsigned char *bytes;
    size_t count;
    // Whether it only says what other schemas include.
    bool is_part;
} CSchema;

// The schema at a position, counted from 0; none behind the last.
const CSchema *emx_schema(size_t position);
