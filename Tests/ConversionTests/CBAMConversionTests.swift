import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import TestSupport
import Testing

@Suite struct CBAMConversionTests {
    private func report(_ elements: String) -> [UInt8] {
        Array("<QReport xmlns='http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1'>\(elements)</QReport>".utf8)
    }

    /// The output has begun when it comes, so that it is lost, and counted as lost.
    @Test func whatStandsBehindTheGoodsIsNotPassedOffAsWritten() throws {
        let bytes = report(
            "<Year>2025</Year><ImportedGood><ItemNumber>1</ItemNumber></ImportedGood><ReportId>R</ReportId>")
        let (output, conversion) = try converter(to: .cbamQReport).convert(bytes)
        #expect(!output.contains("ReportId".utf8))
        #expect(conversion.losses.map { "\($0.kind.rawValue) \($0.path)" } == ["dropped header.identifier"])
        #expect(conversion.account.isBalanced && conversion.account.dropped == 1)
    }

    @Test func aFileThatIsNotReadLacksNothing() throws {
        let (_, conversion) = try converter(to: .cbamQReport).convert(Array("<QReport".utf8))
        #expect(conversion.source.verdict == .unreadable)
        #expect(conversion.source.findings.count == 1)
    }
}
