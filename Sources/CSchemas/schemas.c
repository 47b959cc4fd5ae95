#include "CSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file in `schemas/`, in the order of the paths; a test compares this list with the folder.

static const unsigned char cbam_qreport_17[] = {
#embed "../../schemas/cbam-qreport/17.03/qreport.xsd"
};
static const unsigned char cbam_qreport_18[] = {
#embed "../../schemas/cbam-qreport/18.00/qreport.xsd"
};
static const unsigned char cbam_qreport_19[] = {
#embed "../../schemas/cbam-qreport/19.00/qreport.xsd"
};
static const unsigned char cbam_qreport_23[] = {
#embed "../../schemas/cbam-qreport/23.00/qreport.xsd"
};
static const unsigned char emx_diff[] = {
#embed "../../schemas/emx-diff/1.0/diff.schema.json"
};
static const unsigned char emx_loss[] = {
#embed "../../schemas/emx-loss/1.0/loss.schema.json"
};
static const unsigned char emx_report_line[] = {
#embed "../../schemas/emx-report/1.0/line.schema.json"
};
static const unsigned char emx_report[] = {
#embed "../../schemas/emx-report/1.0/report.schema.json"
};
static const unsigned char pact_20[] = {
#embed "../../schemas/pact/2.0/product-footprint.schema.json"
};
static const unsigned char pact_21[] = {
#embed "../../schemas/pact/2.1/product-footprint.schema.json"
};
static const unsigned char pact_22[] = {
#embed "../../schemas/pact/2.2/product-footprint.schema.json"
};
static const unsigned char pact_23[] = {
#embed "../../schemas/pact/2.3/product-footprint.schema.json"
};
static const unsigned char pact_30[] = {
#embed "../../schemas/pact/3.0/product-footprint.schema.json"
};
static const unsigned char sarif_subset[] = {
#embed "../../schemas/sarif-subset/2.1.0/sarif.schema.json"
};

#define SCHEMA(format, version, name, content) {format, version, name, content, sizeof content}

static const CSchema schemas[] = {
    SCHEMA("cbam-qreport", "17.03", "qreport.xsd", cbam_qreport_17),
    SCHEMA("cbam-qreport", "18.00", "qreport.xsd", cbam_qreport_18),
    SCHEMA("cbam-qreport", "19.00", "qreport.xsd", cbam_qreport_19),
    SCHEMA("cbam-qreport", "23.00", "qreport.xsd", cbam_qreport_23),
    SCHEMA("emx-diff", "1.0", "diff.schema.json", emx_diff),
    SCHEMA("emx-loss", "1.0", "loss.schema.json", emx_loss),
    SCHEMA("emx-report", "1.0", "line.schema.json", emx_report_line),
    SCHEMA("emx-report", "1.0", "report.schema.json", emx_report),
    SCHEMA("pact", "2.0", "product-footprint.schema.json", pact_20),
    SCHEMA("pact", "2.1", "product-footprint.schema.json", pact_21),
    SCHEMA("pact", "2.2", "product-footprint.schema.json", pact_22),
    SCHEMA("pact", "2.3", "product-footprint.schema.json", pact_23),
    SCHEMA("pact", "3.0", "product-footprint.schema.json", pact_30),
    SCHEMA("sarif-subset", "2.1.0", "sarif.schema.json", sarif_subset),
};

const CSchema *emx_schema(size_t position) {
    return position < sizeof schemas / sizeof *schemas ? schemas + position : NULL;
}
