import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport

/// A quarterly report as it was read, with what reading it left behind.
struct CBAMReport {
    var submission = Submission()
    var findings: [Diagnostic] = []
    var version: String?
    /// The places of values that could not be read.
    var unreadable: [String] = []

    init(_ bytes: [UInt8]) throws {
        var reader = Format.cbamQReport.reader(ByteSource(bytes), Limits())
        var log = ReadLog(SourceTree())
        while let part = try reader.next(&log) {
            submission.append(part)
            findings += log.diagnostics
            unreadable += log.unreadableNodes().map { log.tree.addressBelowRoot(of: $0) }
        }
        version = reader.version
    }

    init(_ xml: String) throws { try self.init(Array(xml.utf8)) }

    /// A report with these elements in it and nothing else.
    init(elements: String) throws {
        try self.init("<QReport xmlns='http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1'>\(elements)</QReport>")
    }

    /// The codes of the findings with their lines, in the order of the file.
    var summary: [String] {
        findings.sorted { ($0.location?.line ?? 0, $0.code) < ($1.location?.line ?? 0, $1.code) }
            .map { "\($0.code) \($0.location?.line ?? 0)" }
    }

    var carried: [Carried] { submission.header.carried + submission.goods.flatMap(\.carried) }
}

extension Submission {
    /// The submission as a quarterly report, and what could not be said in it.
    func asReport() -> (bytes: [UInt8], problems: [Diagnostic]) {
        let writer = Format.cbamQReport.writer("23.00")
        let head = writer.begin(header)
        var (bytes, problems) = (head.bytes, head.problems)
        let parts = goods.map { SubmissionPart.good($0) } + footprints.map { .footprint($0) }
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes += writer.separator }
            for adapted in writer.adapt(part, index).parts {
                let written = writer.write(adapted.part, header)
                bytes += written.bytes
                problems += written.problems
            }
        }
        return (bytes + writer.end, problems)
    }
}

enum CBAMSamples {
    static let own = ["steel-coil", "cement-bag", "everything"]
    static func bytes(_ name: String) throws -> [UInt8] {
        try read("\(packageFolder)/samples/cbam-qreport/\(name)/input.xml")
    }

    static let official = "corpus/trade/cbam-qreport-17.03/Sample_CBAM_Quarterly_Report.xml"
    static let generated = "corpus/trade/tecnomod-cbam/qreport-xml/report-1file.xml"
    static let derived = "corpus/trade/derived/QReport_v23_derived_from_EC_v17_sample.xml"
    static let schema = "corpus/trade/cbam-qreport-23.00/QReport_ver23.00.xsd"
    static let areHere = Shared.has(official) && Shared.has(generated) && Shared.has(derived) && Shared.has(schema)
}
