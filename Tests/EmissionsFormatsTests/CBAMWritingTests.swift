import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct CBAMWritingTests {
    @Test(arguments: CBAMSamples.own) func whatWasWrittenReadsTheSame(_ name: String) throws {
        let submission = try CBAMReport(CBAMSamples.bytes(name)).submission
        let (bytes, problems) = submission.asReport()
        #expect(problems == [])
        #expect(try CBAMReport(bytes).submission == submission)
    }

    @Test(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here"))
    func theDerivedSampleReadsTheSameAfterWriting() throws {
        let submission = try CBAMReport(Shared.bytes(CBAMSamples.derived)).submission
        #expect(try CBAMReport(submission.asReport().bytes).submission == submission)
    }

    /// A report of an older version loses what 23.00 can't say, and nothing more when it is written again.
    @Test(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here"))
    func theOfficialSampleIsReducedToThePresentVersionOnce() throws {
        let old = try CBAMReport(Shared.bytes(CBAMSamples.official)).submission
        let (bytes, problems) = old.asReport()
        #expect(
            problems.map { "\($0.code) \($0.path?.description ?? "")" } == [
                "TGT-002 reportingPeriod.year", "TGT-002 footprints[0].production.routes[1]",
                "TGT-002 footprints[1].production.routes[1]",
            ])
        let present = try CBAMReport(bytes)
        #expect(present.version == "23.00")
        #expect(present.submission != old)
        #expect(present.submission.asReport().bytes == bytes)
    }

    /// A row that is missing, wrongly named or out of its place changes this list.
    @Test func everyElementIsWrittenAsItWasRead() throws {
        let bytes = try CBAMSamples.bytes("everything")
        let written = try CBAMReport(bytes).submission.asReport().bytes
        let leaves = try Self.leaves(of: bytes)
        #expect(leaves.count == 197)
        #expect(try Self.leaves(of: written) == leaves)
    }

    private static func leaves(of bytes: [UInt8]) throws -> [String] {
        var reader = XMLReader(ByteSource(bytes))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        return (0..<tree.count).filter { tree.isLeaf($0) }.map { "\(tree.address(of: $0)) \(tree.text(of: $0))" }
    }

    @Test func aPartAloneIsAReadableReport() throws {
        let submission = try CBAMReport(CBAMSamples.bytes("cement-bag")).submission
        let good = try #require(submission.goods.first)
        let writer = Format.cbamQReport.writer("23.00")
        let withGood = writer.document(.good(good), header: submission.header)
        #expect(try CBAMReport(withGood.bytes).submission == submission)
        #expect(withGood.bytes[withGood.start...].starts(with: "    <ImportedGood>\n        <ItemNumber>".utf8))
        let header = try CBAMReport(writer.document(.header(submission.header), header: SubmissionHeader()).bytes)
        #expect(header.submission.header == submission.header)
        #expect(
            try CBAMReport(writer.document(.good(good), header: SubmissionHeader()).bytes).submission.goods == [good])
    }

    @Test func whatTheSchemaRequiresIsAskedFor() {
        let (_, problems) = Submission().asReport()
        #expect(Set(problems.map(\.code)) == ["TGT-001"])
        #expect(
            problems.map { $0.path?.description } == [
                "reportingPeriod.quarter", "reportingPeriod.year", "declarant.identifier", "declarant.name",
                "declarant.role", "declarant.address.city", "confirmation.dataIsComplete", "confirmation.dataMayBeUsed",
                "confirmation.place", "confirmation.signature", "confirmation.position",
            ])
    }

    @Test func moreThanTheSchemaTakesIsNotWritten() throws {
        var submission = try CBAMReport(CBAMSamples.bytes("cement-bag")).submission
        submission.goods[0].quantities = Array(repeating: submission.goods[0].quantities[0], count: 11)
        let (bytes, problems) = submission.asReport()
        #expect(problems.map { "\($0.code) \($0.path?.description ?? "")" } == ["TGT-002 quantities[9]"])
        #expect(try CBAMReport(bytes).submission.goods[0].quantities.count == 9)
    }

    @Test func aMandatoryValueThatCannotBeSaidIsAnError() throws {
        var submission = try CBAMReport(CBAMSamples.bytes("cement-bag")).submission
        submission.goods[0].footprints[0].embeddedEmissions.direct.specific = ExactDecimal("0.78521474")
        submission.goods[0].footprints[0].embeddedEmissions.indirect.specific = ExactDecimal("0.78521474")
        let (_, problems) = submission.asReport()
        #expect(
            problems.map { "\($0.code) \($0.severity) \($0.path?.description ?? "")" } == [
                "TGT-002 warning footprints[0].embeddedEmissions.direct.specific",
                "TGT-002 error footprints[0].embeddedEmissions.indirect.specific",
            ])
    }

    @Test func aMandatoryElementMayBeEmpty() throws {
        var submission = try CBAMReport(CBAMSamples.bytes("cement-bag")).submission
        submission.goods[0].commodity.description = nil
        let (bytes, problems) = submission.asReport()
        #expect(problems == [])
        #expect(bytes.contains("            <CommodityDetails/>\n".utf8))
    }
}
