import EmissionsDiagnostics
import TestSupport
import Testing

@testable import EmissionsSchemas

/// Our own schemas of ILCD+EPD data sets accept what is in order, and say what is not.
@Suite struct ILCDSchemaTests {
    static let versions = ["1.1", "1.2", "1.3"]
    static let corpus = "corpus/epd/indata-v1.3/sample_data"

    private func lines(_ text: String, _ version: String) throws -> [String] {
        guard case .xsd(let schema) = try #require(OwnSchema.of("ilcd-epd", version)).compiled else {
            return ["no XSD"]
        }
        return XSDReading(text, schema).lines
    }

    /// A declaration with one figure, and what an extension of the data set is to be.
    private func declaration(_ extensions: String = "", figure: String = "12.5") -> String {
        """
        <processDataSet xmlns="http://lca.jrc.it/ILCD/Process" xmlns:common="http://lca.jrc.it/ILCD/Common"
            xmlns:epd="http://www.iai.kit.edu/EPD/2013" xmlns:epd2="http://www.indata.network/EPD/2019"
            xmlns:epd24="http://www.indata.network/EPD/2024" version="1.1">
        <processInformation><dataSetInformation>
        <common:UUID>0f2fb2b8-4d8f-4c5e-9d1e-6a1b2c3d4e5f</common:UUID>
        <name><baseName xml:lang="en">Brick</baseName></name>
        \(extensions.isEmpty ? "" : "<common:other>\(extensions)</common:other>")
        </dataSetInformation></processInformation>
        <LCIAResults><LCIAResult>
        <referenceToLCIAMethodDataSet type="LCIA method data set" refObjectId="6a37f984-a4b3-458a-a20a-64418c145fa2"/>
        <common:other><epd:amount epd:module="A1-A3">\(figure)</epd:amount></common:other>
        </LCIAResult></LCIAResults>
        </processDataSet>
        """
    }

    @Test(arguments: versions)
    func aDeclarationIsInOrder(version: String) throws {
        #expect(try lines(declaration(), version) == [])
    }

    @Test(arguments: ["", "ND", "MNA", "1.2E-3"])
    func aFigureMayBeAnyText(figure: String) throws {
        #expect(try lines(declaration(figure: figure), "1.2") == [])
    }

    @Test(arguments: [
        ("<epd:safetyMargins><epd:margins>10</epd:margins></epd:safetyMargins>", ["1.1", "1.2", "1.3"]),
        ("<epd2:contentDeclaration/>", ["1.2", "1.3"]), ("<epd24:SVHC epd24:present='false'/>", ["1.3"]),
    ])
    func anExtensionBelongsToTheVersionItCameWithAndLaterOnes(extension element: String, known: [String]) throws {
        for version in Self.versions {
            #expect(try lines(declaration(element), version).isEmpty == known.contains(version), "\(version)")
        }
    }

    @Test(arguments: ["flow", "flowProperty", "unitGroup", "source", "contact"])
    func everyKindOfDataSetIsJudgedByItsOutermostElement(kind: String) throws {
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        let information = kind == "flowProperty" ? "flowPropertiesInformation" : kind + "Information"
        let text = """
            <\(kind)DataSet xmlns="http://lca.jrc.it/ILCD/\(name)" xmlns:common="http://lca.jrc.it/ILCD/Common"
                version="1.1"><\(information)><dataSetInformation>
            <common:UUID>X</common:UUID></dataSetInformation></\(information)></\(kind)DataSet>
            """
        #expect(try lines(text, "1.2").map { $0.prefix(20) } == ["3:14 XSD-009 common:"])
    }

    @Test func anUnknownExtensionIsTold() throws {
        #expect(
            try lines(declaration("<epd:safetyMargin/>"), "1.2") == [
                "7:15 XSD-003 epd:safetyMargin is not expected here, the schema knows no element of that name and namespace"
            ])
    }

    // MARK: Going on after a fault

    @Test func faultsAreFoundBehindOthersInWhateverNamespace() throws {
        let text = declaration("<epd:subType>special</epd:subType><epd2:component/>", figure: "")
            .replacing("<common:UUID>0f2fb2b8-4d8f-4c5e-9d1e-6a1b2c3d4e5f</common:UUID>", with: "<common:uuid/>")
            .replacing("<LCIAResults>", with: "<x/><LCIAResults>").replacing("epd:module", with: "module")
        #expect(
            try lines(text, "1.2").map { String($0.drop { $0 != " " }.dropFirst()) } == [
                "XSD-003 common:uuid is not expected here, expected common:UUID",
                "XSD-002 common:UUID is missing before name",
                "XSD-010 epd:subType is 'special', must be one of 'generic dataset', 'representative dataset', 'average datase…",
                "XSD-002 name is missing in epd2:component",
                "XSD-003 x is not expected here, expected one of modellingAndValidation, administrativeInformation, exchanges, LCIAResults, common:other",
                "XSD-011 epd:amount can't have an attribute module", "XSD-011 epd:amount has no attribute module",
            ])
    }

    @Test(.enabled(if: Shared.has(corpus), "shared/\(corpus) is not here"))
    func goingOnNeverChangesAVerdict() throws {
        let own = try #require(OwnSchema.of("ilcd-epd", "1.3"))
        guard case .xsd(let schema) = own.compiled else { return }
        let judge = try XSDSchema(own.bytes, documents: own.documents, goesOn: false)
        let names = try Shared.files(in: Self.corpus + "/processes").filter { $0.hasPrefix("EPDv1.3") }
        let sample = String(
            decoding: try Shared.bytes("\(Self.corpus)/processes/\(try #require(names.first))"), as: UTF8.self)
        // The figures of one indicator stand for those of the others.
        let start = try #require(sample.ranges(of: "<exchange ").dropFirst(2).first?.lowerBound)
        let end = try #require(sample.ranges(of: "</exchanges>").first?.lowerBound)
        let next = try #require(sample.ranges(of: "<LCIAResult>").dropFirst().first?.lowerBound)
        let last = try #require(sample.ranges(of: "</LCIAResults>").first?.lowerBound)
        var lines = (sample[..<start] + sample[end..<next] + sample[last...]).split(separator: "\n").map(String.init)
        var invalid = 0
        for index in lines.indices.dropFirst(2) {
            let line = lines[index]
            for text in ["", line + line, line.replacing(">", with: "x>"), line.replacing("common:", with: "")] {
                lines[index] = text
                let document = lines.joined(separator: "\n")
                let ours = XSDReading(document, schema)
                guard ours.error == nil else { continue }
                let theirs = XSDReading(document, judge)
                #expect((ours.faultCount == 0) == (theirs.faultCount == 0), "line \(index + 1): \(text)")
                #expect(ours.faultCount >= theirs.faultCount, "line \(index + 1): \(text)")
                if ours.faultCount > 0 { invalid += 1 }
            }
            lines[index] = line
        }
        #expect(invalid > 120)
    }

    @Test func aSchemaOfManyFilesHasTheDigestOfThemAll() throws {
        let versions = try Self.versions.map { try #require(OwnSchema.of("ilcd-epd", $0)) }
        #expect(versions.map(\.name) == ["data-set.xsd", "data-set.xsd", "data-set.xsd"])
        for schema in versions { #expect(schema.digest != SHA256.hex(schema.bytes)) }
    }

    // MARK: The samples of the format's own repository

    @Test(
        .enabled(if: Shared.has(corpus), "shared/\(corpus) is not here"),
        arguments: ["contacts", "flowproperties", "flows", "processes", "sources", "unitgroups"])
    func theSamplesOfTheFormatAreInOrder(folder: String) throws {
        let names = try Shared.files(in: "\(Self.corpus)/\(folder)")
        #expect(!names.isEmpty)
        for name in names where name != "sample_EPD.xml" {
            let text = String(decoding: try Shared.bytes("\(Self.corpus)/\(folder)/\(name)"), as: UTF8.self)
            #expect(try lines(text, "1.3") == [], "\(name)")
        }
    }

    /// The format's own sample of 1.3 has an extension that its own schemas do not declare, and neither do ours.
    @Test(.enabled(if: Shared.has(corpus), "shared/\(corpus) is not here"))
    func whatTheOfficialSampleHasWrongIsTheOnlyFaultInIt() throws {
        let bytes = try Shared.bytes("\(Self.corpus)/processes/sample_EPD.xml")
        let found = try lines(String(decoding: bytes, as: UTF8.self), "1.3")
        #expect(found.count == 1)
        #expect(found.first?.contains(" XSD-003 epd24:serviceLife is not expected here") == true, "\(found)")
    }
}
