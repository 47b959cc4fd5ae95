#include "CSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file in `schemas/`, in the order of the paths; a test compares this list with the folder.

static const unsigned char catena_x_pcf_4[] = {
#embed "../../schemas/catena-x-pcf/4.0.1/pcf.schema.json"
};
static const unsigned char catena_x_pcf_7[] = {
#embed "../../schemas/catena-x-pcf/7.0.0/pcf.schema.json"
};
static const unsigned char catena_x_pcf_8[] = {
#embed "../../schemas/catena-x-pcf/8.0.0/pcf.schema.json"
};
static const unsigned char catena_x_pcf_9[] = {
#embed "../../schemas/catena-x-pcf/9.0.0/pcf.schema.json"
};
static const unsigned char cbam_data_package[] = {
#embed "../../schemas/cbam-data-package/2.0/package.xsd"
};
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
static const unsigned char catena_x_cbam[] = {
#embed "../../schemas/catena-x-cbam/1.0.0/notification.schema.json"
};
static const unsigned char emx_csv[] = {
#embed "../../schemas/emx-csv/1.0/table.schema.json"
};
static const unsigned char emx_diff[] = {
#embed "../../schemas/emx-diff/1.0/diff.schema.json"
};
static const unsigned char emx_loss[] = {
#embed "../../schemas/emx-loss/1.0/loss.schema.json"
};
static const unsigned char emx_map[] = {
#embed "../../schemas/emx-map/1.0/mapping.schema.json"
};
static const unsigned char emx_report_line[] = {
#embed "../../schemas/emx-report/1.0/line.schema.json"
};
static const unsigned char emx_report[] = {
#embed "../../schemas/emx-report/1.0/report.schema.json"
};
static const unsigned char emx_submission[] = {
#embed "../../schemas/emx/1.0/submission.schema.json"
};
static const unsigned char ilcd_epd_json[] = {
#embed "../../schemas/ilcd-epd-json/1.2/process.schema.json"
};
static const unsigned char ilcd_epd_11_common[] = {
#embed "../../schemas/ilcd-epd/1.1/common.xsd"
};
static const unsigned char ilcd_epd_11_contact[] = {
#embed "../../schemas/ilcd-epd/1.1/contact.xsd"
};
static const unsigned char ilcd_epd_11_data_set[] = {
#embed "../../schemas/ilcd-epd/1.1/data-set.xsd"
};
static const unsigned char ilcd_epd_11_epd_2013[] = {
#embed "../../schemas/ilcd-epd/1.1/epd-2013.xsd"
};
static const unsigned char ilcd_epd_11_flow_property[] = {
#embed "../../schemas/ilcd-epd/1.1/flow-property.xsd"
};
static const unsigned char ilcd_epd_11_flow[] = {
#embed "../../schemas/ilcd-epd/1.1/flow.xsd"
};
static const unsigned char ilcd_epd_11_matml[] = {
#embed "../../schemas/ilcd-epd/1.1/matml.xsd"
};
static const unsigned char ilcd_epd_11_process[] = {
#embed "../../schemas/ilcd-epd/1.1/process.xsd"
};
static const unsigned char ilcd_epd_11_source[] = {
#embed "../../schemas/ilcd-epd/1.1/source.xsd"
};
static const unsigned char ilcd_epd_11_unit_group[] = {
#embed "../../schemas/ilcd-epd/1.1/unit-group.xsd"
};
static const unsigned char ilcd_epd_11_xml[] = {
#embed "../../schemas/ilcd-epd/1.1/xml.xsd"
};
static const unsigned char ilcd_epd_12_data_set[] = {
#embed "../../schemas/ilcd-epd/1.2/data-set.xsd"
};
static const unsigned char ilcd_epd_12_epd_2019[] = {
#embed "../../schemas/ilcd-epd/1.2/epd-2019.xsd"
};
static const unsigned char ilcd_epd_13_data_set[] = {
#embed "../../schemas/ilcd-epd/1.3/data-set.xsd"
};
static const unsigned char ilcd_epd_13_entity_ids[] = {
#embed "../../schemas/ilcd-epd/1.3/entity-ids.xsd"
};
static const unsigned char ilcd_epd_13_epd_2024[] = {
#embed "../../schemas/ilcd-epd/1.3/epd-2024.xsd"
};
static const unsigned char lcax[] = {
#embed "../../schemas/lcax/3/epd.schema.json"
};
static const unsigned char oekobaudat_csv[] = {
#embed "../../schemas/oekobaudat-csv/1/table.schema.json"
};
static const unsigned char openepd[] = {
#embed "../../schemas/openepd/0.1/document.schema.json"
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
static const unsigned char untp_dpp[] = {
#embed "../../schemas/untp-dpp/0.6.0/credential.schema.json"
};

// What files are held against, and what such a schema includes.
#define SCHEMA(format, version, name, content) {format, version, name, content, sizeof content, false}
#define PART(format, version, name, content) {format, version, name, content, sizeof content, true}

static const CSchema schemas[] = {
    SCHEMA("catena-x-cbam", "1.0.0", "notification.schema.json", catena_x_cbam),
    SCHEMA("catena-x-pcf", "4.0.1", "pcf.schema.json", catena_x_pcf_4),
    SCHEMA("catena-x-pcf", "7.0.0", "pcf.schema.json", catena_x_pcf_7),
    SCHEMA("catena-x-pcf", "8.0.0", "pcf.schema.json", catena_x_pcf_8),
    SCHEMA("catena-x-pcf", "9.0.0", "pcf.schema.json", catena_x_pcf_9),
    SCHEMA("cbam-data-package", "2.0", "package.xsd", cbam_data_package),
    SCHEMA("cbam-qreport", "17.03", "qreport.xsd", cbam_qreport_17),
    SCHEMA("cbam-qreport", "18.00", "qreport.xsd", cbam_qreport_18),
    SCHEMA("cbam-qreport", "19.00", "qreport.xsd", cbam_qreport_19),
    SCHEMA("cbam-qreport", "23.00", "qreport.xsd", cbam_qreport_23),
    SCHEMA("emx-csv", "1.0", "table.schema.json", emx_csv),
    SCHEMA("emx-diff", "1.0", "diff.schema.json", emx_diff),
    SCHEMA("emx-loss", "1.0", "loss.schema.json", emx_loss),
    SCHEMA("emx-map", "1.0", "mapping.schema.json", emx_map),
    SCHEMA("emx-report", "1.0", "line.schema.json", emx_report_line),
    SCHEMA("emx-report", "1.0", "report.schema.json", emx_report),
    SCHEMA("emx", "1.0", "submission.schema.json", emx_submission),
    SCHEMA("ilcd-epd-json", "1.2", "process.schema.json", ilcd_epd_json),
    PART("ilcd-epd", "1.1", "common.xsd", ilcd_epd_11_common),
    PART("ilcd-epd", "1.1", "contact.xsd", ilcd_epd_11_contact),
    SCHEMA("ilcd-epd", "1.1", "data-set.xsd", ilcd_epd_11_data_set),
    PART("ilcd-epd", "1.1", "epd-2013.xsd", ilcd_epd_11_epd_2013),
    PART("ilcd-epd", "1.1", "flow-property.xsd", ilcd_epd_11_flow_property),
    PART("ilcd-epd", "1.1", "flow.xsd", ilcd_epd_11_flow),
    PART("ilcd-epd", "1.1", "matml.xsd", ilcd_epd_11_matml),
    PART("ilcd-epd", "1.1", "process.xsd", ilcd_epd_11_process),
    PART("ilcd-epd", "1.1", "source.xsd", ilcd_epd_11_source),
    PART("ilcd-epd", "1.1", "unit-group.xsd", ilcd_epd_11_unit_group),
    PART("ilcd-epd", "1.1", "xml.xsd", ilcd_epd_11_xml),
    SCHEMA("ilcd-epd", "1.2", "data-set.xsd", ilcd_epd_12_data_set),
    PART("ilcd-epd", "1.2", "epd-2019.xsd", ilcd_epd_12_epd_2019),
    SCHEMA("ilcd-epd", "1.3", "data-set.xsd", ilcd_epd_13_data_set),
    PART("ilcd-epd", "1.3", "entity-ids.xsd", ilcd_epd_13_entity_ids),
    PART("ilcd-epd", "1.3", "epd-2024.xsd", ilcd_epd_13_epd_2024),
    SCHEMA("lcax", "3", "epd.schema.json", lcax),
    SCHEMA("oekobaudat-csv", "1", "table.schema.json", oekobaudat_csv),
    SCHEMA("openepd", "0.1", "document.schema.json", openepd),
    SCHEMA("pact", "2.0", "product-footprint.schema.json", pact_20),
    SCHEMA("pact", "2.1", "product-footprint.schema.json", pact_21),
    SCHEMA("pact", "2.2", "product-footprint.schema.json", pact_22),
    SCHEMA("pact", "2.3", "product-footprint.schema.json", pact_23),
    SCHEMA("pact", "3.0", "product-footprint.schema.json", pact_30),
    SCHEMA("sarif-subset", "2.1.0", "sarif.schema.json", sarif_subset),
    SCHEMA("untp-dpp", "0.6.0", "credential.schema.json", untp_dpp),
};

const CSchema *emx_schema(size_t position) {
    return position < sizeof schemas / sizeof *schemas ? schemas + position : NULL;
}
