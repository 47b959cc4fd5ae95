// The files in `pages/`, as they stand there, inside the binary.
#include <stddef.h>

typedef struct {
    // Within the folder, such as `templates/layout.html`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
} CPageFile;

// The file at a position, counted from 0; none behind the last.
const CPageFile *emx_page_file(size_t position);
