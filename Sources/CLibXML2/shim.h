// A libxml2 built with ICU includes the system's ICU headers, whose types clash with the copy of ICU
// inside Foundation. Only the layout of encoding handlers depends on it, which is never touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
