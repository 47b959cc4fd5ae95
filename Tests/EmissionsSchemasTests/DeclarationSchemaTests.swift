import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import TestSupport
import Testing

/// Our own schemas of declarations in JSON and CSV are schemas, accept what is in order, and say what is not.
@Suite struct DeclarationSchemaTests {
    private func findings(in text: String, _ format: String, _ version: String) throws -> [String] {
        switch try #require(OwnSchema.of(format, version)).compiled {
        case .json(let schema):
            var reader = JSONReader(ByteSource(Array(text.utf8))), tree = SourceTree(), found: [String] = []
            while try reader.next(into: &tree) != nil {
                found += schema.findings(in: &tree).map { "\($0.code) \($0.message)" }
            }
            return found
        case .table(let schema):
            return try tableFindings(TableValidator(schema), text, separator: ";").map { "\($0.code) \($0.message)" }
        case .xsd: return ["an XSD"]
        }
    }

    // MARK: ILCD+EPD as JSON

    @Test func whatSoda4LCAGivesIsInOrder() throws {
        #expect(try findings(in: ilcdEPDInJSON, "ilcd-epd-json", "1.2") == [])
    }

    @Test(arguments: [
        (#""value": "1.2E-3""#, #""value": 1.2E-3"#), (#""INPUT""#, #""Input""#),
        (#""value": "specific dataset""#, #""value": "special dataset""#),
        (#""value": 1588291200000"#, #""value": "2020-05-01""#), (#""UUID": "0f2f"#, #""UUID": "of2f"#),
        (#""type": "unit group data set""#, #""type": "unit group""#),
        (#""dataSetValidUntil": 2025"#, #""dataSetValidUntil": "2025""#),
        (#""module": "C3", "#, ""), (#""typeOfDataSet": "EPD""#, #""typeOfDataSet": "LCI result""#),
    ])
    func whatIsOtherwiseInThisJSONIsTold(old: String, new: String) throws {
        #expect(ilcdEPDInJSON.contains(old))
        let found = try findings(in: ilcdEPDInJSON.replacing(old, with: new), "ilcd-epd-json", "1.2")
        #expect(found.count == 1, "\(found)")
    }

    // MARK: openEPD

    @Test(arguments: ["openEPD", "OpenEPD", "openIndustryEpd", "openGenericEstimate"])
    func whatADocumentMayHaveDependsOnItsKind(kind: String) throws {
        let text = #"{"doctype": "\#(kind)", "plants": 1, "sample_size": 1, "reference_year": 1}"#
        let found = try findings(in: text, "openepd", "0.1")
        #expect(found.count == 1)
        let name = ["openIndustryEpd": "sample_size", "openGenericEstimate": "reference_year"][kind] ?? "plants"
        #expect(found.first?.contains(name) == true, "\(found)")
    }

    @Test(arguments: [
        (#"{"mean": 12.5, "unit": "kgCO2e"}"#, true), ("null", true), (#"{"mean": "12.5"}"#, false),
        (#"{"unit": "kg"}"#, false),
        (#"{"mean": 1, "rsd": 0}"#, false), (#"{"mean": 1, "dist": "bell"}"#, false),
    ])
    func aFigureOfOpenEPDIsANumberOrNotDeclared(figure: String, isInOrder: Bool) throws {
        let text = #"{"doctype": "openEPD", "impacts": {"EF 3.1": {"gwp": {"A1A2A3": \#(figure)}}}}"#
        #expect(try findings(in: text, "openepd", "0.1").isEmpty == isInOrder)
    }

    @Test(.enabled(if: Shared.has("corpus/epd/openepd-sample"), "shared/corpus/epd is not here"))
    func theExamplesOfOpenEPDAreInOrder() throws {
        let folder = "corpus/epd/openepd-package-derived/"
        let examples = ["epd_work_surfaces", "industry_epd_metal_products", "generic_estimate_sample"]
        for path in examples.map({ folder + "example_\($0).json" }) + ["corpus/epd/openepd-sample/epd.json"] {
            let text = String(decoding: try Shared.bytes(path), as: UTF8.self)
            #expect(try findings(in: text, "openepd", "0.1") == [], "\(path)")
        }
    }

    // MARK: LCAx

    @Test func aDeclarationOfLCAxIsInOrder() throws {
        #expect(try findings(in: lcaxDeclaration, "lcax", "3") == [])
    }

    @Test(arguments: [
        (#""a1a3": 12.5"#, #""a1": 12.5"#), (#""kg""#, #""KG""#), (#""gwp""#, #""gwp_total""#),
        (#""2025-12-31""#, #""31.12.2025""#), (#""deu""#, #""DE""#),
    ])
    func whatIsOtherwiseInADeclarationOfLCAxIsTold(old: String, new: String) throws {
        #expect(try findings(in: lcaxDeclaration.replacing(old, with: new), "lcax", "3").count == 1)
    }

    // MARK: ÖKOBAUDAT

    private static let row =
        "0f2fb2b8-4d8f-4c5e-9d1e-6a1b2c3d4e5f;00.01.000;2020;generic dataset;1000,5;A1-A3;-1,2E-03;ND"
    private static let titles = "UUID;Version;Referenzjahr;Typ;Bezugsgroesse;Modul;GWPtotal (A2);SOP (A2)"

    @Test(arguments: ["", ";2,5", ";2.5"])
    func aRowMayHaveACommaOrAPoint(more: String) throws {
        let titles = Self.titles + (more.isEmpty ? "" : ";PERT")
        #expect(try findings(in: "\(titles)\n\(Self.row)\(more)\n", "oekobaudat-csv", "1") == [])
    }

    @Test(arguments: [("-1,2E-03", "1.2+03"), ("A1-A3", "A9"), ("generic dataset", "generic"), (";2020;", ";20;")])
    func whatIsOtherwiseInARowIsTold(old: String, new: String) throws {
        let found = try findings(in: "\(Self.titles)\n\(Self.row.replacing(old, with: new))\n", "oekobaudat-csv", "1")
        #expect(found.count == 1, "\(found)")
    }
}

/// A made-up declaration in the JSON of soda4LCA.
private let ilcdEPDInJSON = """
    {
      "processInformation": {
        "dataSetInformation": {
          "UUID": "0f2fb2b8-4d8f-4c5e-9d1e-6a1b2c3d4e5f",
          "name": {"baseName": [{"value": "Ziegel", "lang": "de"}, {"value": "Brick", "lang": "eng"}]},
          "classificationInformation": {"classification": [
            {"name": "OEKOBAU.DAT", "class": [{"value": "Mineral building products", "level": 0, "classId": "1"}]}]},
          "other": {"anies": [{"name": "scenarios"}, "<epd:modules/>"]}
        },
        "quantitativeReference": {"referenceToReferenceFlow": [0], "type": "Reference flow(s)"},
        "time": {"referenceYear": 2020, "dataSetValidUntil": 2025,
          "other": {"anies": [{"name": "publicationDateOfEPD", "value": 1588291200000}]}},
        "geography": {"locationOfOperationSupplyOrProduction": {"location": "DE"}}
      },
      "modellingAndValidation": {"LCIMethodAndAllocation": {"typeOfDataSet": "EPD",
        "other": {"anies": [{"name": "subType", "value": "specific dataset"}]}}},
      "administrativeInformation": {"dataEntryBy": {"timeStamp": 1588291200000},
        "publicationAndOwnership": {"dataSetVersion": "00.02.001", "copyright": true}},
      "exchanges": {"exchange": [
        {"dataSetInternalID": 0, "referenceToFlowDataSet": {"type": "flow data set", "shortDescription": []},
         "meanAmount": 1.0, "resultingflowAmount": 1000.0, "referenceFlow": true, "typeOfFlow": "Product flow",
         "flowProperties": [{"name": [{"value": "Masse", "lang": "de"}], "meanValue": 1000.0, "referenceUnit": "kg",
           "uuid": "93a60a56-a3c8-11da-a746-0800200b9a66", "referenceFlowProperty": true}],
         "materialProperties": [{"name": "gross density", "value": "1800", "unit": "kg/m^3"}]},
        {"dataSetInternalID": 1, "exchange direction": "INPUT",
         "referenceToFlowDataSet": {"type": "flow data set", "refObjectId": "20f32be5-0398-4288-9b6d-accddd195317"},
         "other": {"anies": [{"value": "1.2E-3", "module": "A1-A3"}, {"value": "ND", "module": "C3", "scenario": "1"}, {
           "name": "referenceToUnitGroupDataSet", "value": {"type": "unit group data set", "uri": "../unitgroups/x"}}]}}
      ]},
      "LCIAResults": {"LCIAResult": [{"referenceToLCIAMethodDataSet": {"type": "LCIA method data set"},
        "other": {"anies": [{"value": "12.5", "module": "A1-A3"}]}}]},
      "otherAttributes": {"{http://www.indata.network/EPD/2019}epd-version": "1.2"},
      "version": "1.1"
    }
    """

/// A made-up declaration of LCAx.
private let lcaxDeclaration = """
    {"id": "1", "name": "Brick", "version": "1", "declaredUnit": "kg", "publishedDate": "2020-05-01", "comment": null,
     "validUntil": "2025-12-31", "standard": "en15804a2", "subtype": "specific", "location": "deu",
     "source": {"name": "ÖKOBAUDAT", "url": null}, "conversions": [{"value": 1800, "to": "m3", "metaData": ""}],
     "impacts": {"gwp": {"a1a3": 12.5, "b1": null}, "perm": null}}
    """
