#include "COpenAPI.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char document[] = {
#embed "openapi.json"
};

const unsigned char *emx_openapi(size_t *count) {
    *count = sizeof document;
    return document;
}
