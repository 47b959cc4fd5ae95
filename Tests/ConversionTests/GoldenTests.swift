import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import FoundationEssentials
import TestSupport
import Testing

/// Every sample in every format that can be written, with its account: regenerate with `UPDATE_GOLDEN=1 swift test`,
/// then read the difference as carefully as code.
@Suite struct GoldenTests {
    /// What a sample is converted to: every format in its latest version, and in the one before where there is one.
    struct Target: CustomTestStringConvertible, Sendable {
        var format: String
        var version: String
        var isLatest: Bool

        var testDescription: String { isLatest ? format : "\(format)-\(version)" }

        static let all: [Target] = Format.all.flatMap { format in
            format.writtenVersions.suffix(2).map {
                Target(format: format.name, version: $0, isLatest: $0 == format.writtenVersions.last)
            }
        }
    }

    @Test(arguments: Sample.all, Target.all)
    func theConversionIsTheOneThatWasReviewed(_ sample: Sample, _ target: Target) throws {
        let format = try #require(Format.named(target.format))
        let (output, report) = try converter(to: format, version: target.version)
            .convert(path: "input", sample.bytes())
        #expect(report.account.isBalanced)
        let golden = "\(sample.folder)/to-\(target.testDescription)"
        try expect(output, at: "\(golden).\(format.fileExtension)")
        try expect(Array(summary(report).utf8), at: "\(golden).account.txt")
    }

    /// The spreadsheets of `samples/map`, each by its mapping, in three formats and as a spreadsheet again.
    @Test(arguments: SheetSample.all, ["pact", "cbam-qreport", "openepd", "map"])
    func theSpreadsheetIsConvertedAsItWasReviewed(_ sample: SheetSample, _ target: String) throws {
        let mapping = try sample.mapping()
        let format = try target == "map" ? mapping.format : #require(Format.named(target))
        var converter = converter(to: format)
        converter.options.format = mapping.format
        let (output, report) = try converter.convert(path: "input", sample.bytes())
        #expect(report.account.isBalanced)
        let golden = "\(sample.folder)/to-\(target)"
        try expect(output, at: "\(golden).\(format.fileExtension)")
        try expect(Array(summary(report).utf8), at: "\(golden).account.txt")
    }

    private func expect(_ bytes: [UInt8], at path: String) throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return
        }
        guard let known = try? read(path) else {
            Issue.record("\(path) is missing: run UPDATE_GOLDEN=1 swift test and review what it wrote")
            return
        }
        let isSame = known == bytes
        #expect(isSame, "\(path) differs: run UPDATE_GOLDEN=1 swift test and review the difference")
    }

    /// What became of every value, in a form that shows well in a diff.
    private func summary(_ report: ConversionReport) -> String {
        let account = report.account
        var lines = [
            "\(report.source.format ?? "?") \(report.source.version ?? "?") to \(report.target.format) "
                + "\(report.target.version)\(report.isComplete ? "" : ", incomplete")",
            "total \(account.total): carried \(account.carried), converted \(account.converted), kept \(account.kept), "
                + "dropped \(account.dropped), changed \(account.changed), unread \(account.unread)",
        ]
        for finding in report.source.findings {
            lines.append("\(finding.severity.rawValue) \(finding.code) \(place(finding.location)) \(finding.message)")
        }
        for restatement in report.restatements {
            lines.append(
                "restated \(place(restatement.source)) \(restatement.path): \(restatement.before) -> "
                    + "\(restatement.after) (\(restatement.reason))")
        }
        for loss in report.losses {
            lines.append(
                "\(loss.kind.rawValue) \(place(loss.source)) \(loss.path): \(loss.was)"
                    + (loss.became.map { " -> \($0) at \(place(loss.target))" } ?? ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func place(_ location: EmissionsDiagnostics.SourceLocation?) -> String { location.map { "\($0)" } ?? "-" }
}
