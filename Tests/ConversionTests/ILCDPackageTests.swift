import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

/// Packages of declarations: what references lead to is resolved, and nothing in the package is dropped unsaid.
@Suite struct ILCDPackageTests {
    private static let flow = """
        <flowDataSet xmlns="http://lca.jrc.it/ILCD/Flow" xmlns:common="http://lca.jrc.it/ILCD/Common" version="1.1">
        <flowInformation><dataSetInformation><common:UUID>00000002-7c3e-4a51-9d20-5e1f00c0ffee</common:UUID>
        </dataSetInformation><quantitativeReference><referenceToReferenceFlowProperty>1</referenceToReferenceFlowProperty>
        </quantitativeReference></flowInformation><flowProperties>
        <flowProperty dataSetInternalID="0"><referenceToFlowPropertyDataSet type="flow property data set"
        refObjectId="93a60a56-a3c8-11da-a746-0800200b9a66"/><meanValue>1450</meanValue></flowProperty>
        <flowProperty dataSetInternalID="1"><referenceToFlowPropertyDataSet type="flow property data set"
        refObjectId="93a60a56-a3c8-22da-a746-0800200c9a66"/><meanValue>2.5</meanValue></flowProperty>
        </flowProperties></flowDataSet>
        """

    private func process() throws -> String {
        String(decoding: try read(packageFolder + "/samples/ilcd-epd/cement-bag/input.xml"), as: UTF8.self)
    }

    private func opened(_ files: [(String, String)]) throws -> (parts: [SubmissionPart], findings: [Diagnostic]) {
        let package = MemoryPackage(files.map { (name: $0.0, bytes: Array($0.1.utf8)) })
        var reader = try #require(Format.ilcdEPD.reader(package, Limits()))
        var log = ReadLog(SourceTree())
        var parts: [SubmissionPart] = [], findings: [Diagnostic] = []
        while let part = try reader.next(&log) {
            parts.append(part)
            findings += log.diagnostics
        }
        return (parts, findings + log.diagnostics)
    }

    private func footprints(_ parts: [SubmissionPart]) -> [ProductFootprint] {
        parts.compactMap { if case .footprint(let footprint) = $0 { footprint } else { nil } }
    }

    @Test func theDeclaredUnitIsTheAmountOfTheExchangeTimesThatOfTheProperty() throws {
        let found = try opened([("ILCD/processes/a.xml", process()), ("ILCD/flows/cement.xml", Self.flow)])
        let footprint = try #require(footprints(found.parts).first)
        #expect(footprint.declaredUnit.amount?.equals(2500) == true)
        #expect(footprint.declaredUnit.unit == .cubicMeter)
        #expect(footprint.declaredUnit.mass?.equals(1_450_000) == true)
        #expect(found.findings.map(\.code.description) == [])
    }

    @Test func everyProcessOfAPackageIsADeclaration() throws {
        let other = try process().replacing("00000001-7c3e", with: "00000003-7c3e")
        let found = try opened([("processes/b.xml", other), ("processes/a.xml", process())])
        #expect(footprints(found.parts).compactMap { $0.identity.identifier?.prefix(8) } == ["00000001", "00000003"])
    }

    @Test func aProcessThatIsBrokenIsReportedAndDoesNotStopTheOthers() throws {
        let found = try opened([("processes/a.xml", "<processDataSet><a></b>"), ("processes/b.xml", process())])
        #expect(footprints(found.parts).count == 1)
        let fault = try #require(found.findings.first { $0.severity == .error })
        #expect(fault.location?.part == "processes/a.xml")
    }

    @Test func aFlowThatIsNotInThePackageIsMissed() throws {
        let found = try opened([("processes/a.xml", process()), ("contacts/c.xml", "<contactDataSet/>")])
        #expect(found.findings.map(\.code.description) == ["ILCD-008"])
        #expect(footprints(found.parts)[0].declaredUnit.amount == nil)
    }

    @Test func aPackageComesBackWithAllThatWasInIt() throws {
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 255, 1]
        let files: [(name: String, bytes: [UInt8])] = [
            ("ILCD/external_docs/kiln.png", picture), ("ILCD/flows/cement.xml", Array(Self.flow.utf8)),
            ("ILCD/processes/a.xml", Array(try process().utf8)),
        ]
        var target = converter(to: .ilcdEPD)
        target.writesPackage = true
        var output: [UInt8] = []
        let report = target.convert(
            SourceFile(path: "in", MemoryPackage(files)), startOver: { output = [] }, into: { output += $0 })
        #expect(report.losses.map(\.path) == [])
        let archive = try ZipArchive(
            ArchiveBytes(ByteSource(output), beginningWith: [], limits: Limits()), limits: Limits())
        let back = try #require(archive.member("ILCD/external_docs/kiln.png"))
        var bytes: [UInt8] = []
        let source = try archive.source(of: back)
        while let chunk = try source.next() { bytes += chunk }
        #expect(bytes == picture)
        #expect(archive.members.contains { $0.name.hasPrefix("ILCD/processes/00000001-7c3e") })
        #expect(archive.members.contains { $0.name.hasPrefix("ILCD/contacts/") })
    }

    @Test func whatTheReaderTellsOfAResultIsNotToldAgainByARule() throws {
        let text = try process().replacing(
            "Photochemical Ozone Creation Potential (POCP)", with: "Acidification potential (AP)")
        let file = try SourceFile(path: "in", ByteSource(Array(text.utf8)))
        let codes = Validator(ReadingOptions(today: testDay)).validate(file).countsByCode
        #expect(codes["ILCD-004"] == 1)
        #expect(codes["IMP-028"] == nil)
    }

    @Test func aDeclarationBecomesAFootprintWithItsGlobalWarming() throws {
        let found = try converter(to: .pact).convert(Array(try process().utf8))
        let text = String(decoding: found.output, as: UTF8.self)
        // 802.6 + 6.11 + 0.172, A1 to A3.
        #expect(text.contains("\"808.882\""))
        #expect(text.contains("\"Neckar Zement GmbH\""))
    }
}
