import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct CBAMConversionTests {
    private func report(_ elements: String) -> [UInt8] {
        Array("<QReport xmlns='http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1'>\(elements)</QReport>".utf8)
    }

    private static let late =
        "<Year>2025</Year><ImportedGood><ItemNumber>1</ItemNumber></ImportedGood><ReportId>R</ReportId>"

    @Test func whatStandsBehindTheGoodsIsWrittenBeforeThem() throws {
        let (output, conversion) = try converter(to: .cbamQReport).convert(report(Self.late))
        let text = String(decoding: output, as: UTF8.self)
        let identifier = try #require(text.firstRange(of: "<ReportId>R</ReportId>"))
        let good = try #require(text.firstRange(of: "<ImportedGood>"))
        #expect(identifier.lowerBound < good.lowerBound)
        #expect(conversion.account.lost == 0 && conversion.account.isBalanced)
        #expect(conversion.source.findings.contains { $0.code == "CBAM-003" })
    }

    @Test func inAStreamItIsTooLateAndCountsAsLost() throws {
        let file = try SourceFile(path: "-", ByteSource(report(Self.late)))
        var output: [UInt8] = []
        let conversion = converter(to: .cbamQReport).convert(file, startOver: {}, into: { output += $0 })
        #expect(!output.contains("ReportId".utf8))
        #expect(conversion.losses.map { "\($0.kind.rawValue) \($0.path)" } == ["dropped header.identifier"])
        #expect(conversion.account.isBalanced && conversion.account.dropped == 1)
        #expect(conversion.source.findings.contains { $0.code == "CNV-010" })
    }

    @Test func aFileThatIsGoneBeforeTheSecondPassHasNoVerdict() throws {
        let gone = SyntaxError(.unavailable, Diagnostic("IO-001", .error, "can't read it"))
        let reopen = { () throws(SyntaxError) -> ByteSource in throw gone }
        let file = try SourceFile(path: "-", ByteSource(report(Self.late)), reopen: reopen)
        let conversion = converter(to: .cbamQReport).convert(file, startOver: {}, into: { _ in })
        #expect(conversion.source.verdict == .unavailable && !conversion.isComplete)
        #expect(conversion.source.findings.last?.code == "IO-001")
    }

    @Test func aFileThatIsEmptyInTheSecondPassHasNoVerdict() throws {
        let file = try SourceFile(path: "-", ByteSource(report(Self.late)), reopen: { ByteSource([]) })
        let conversion = converter(to: .cbamQReport).convert(file, startOver: {}, into: { _ in })
        #expect(conversion.source.verdict == .unavailable && !conversion.isComplete)
    }

    @Test func aFileThatIsNotReadLacksNothing() throws {
        let (_, conversion) = try converter(to: .cbamQReport).convert(Array("<QReport".utf8))
        #expect(conversion.source.verdict == .unreadable)
        #expect(conversion.source.findings.count == 1)
    }
}
