import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// A file as its format's reader hands it out.
struct ReadFile {
    var parts: [SubmissionPart] = []
    var submission = Submission()
    var findings: [Diagnostic] = []
    /// Where the fields of each part came from.
    var origins: [[FieldPath: String]] = []
    /// The texts of the nodes of each part that nobody asked for.
    var unread: [[String]] = []

    var codes: [String] { findings.map(\.code.description) }

    init(_ bytes: [UInt8], as format: Format) throws {
        var reader = format.reader(ByteSource(bytes), Limits())
        var log = ReadLog(SourceTree())
        while let part = try reader.next(&log) {
            parts.append(part)
            submission.append(part)
            findings += log.diagnostics
            origins.append(
                Dictionary(log.fields().map { ($0.path, log.tree.text(of: $0.node)) }) { first, _ in first })
            unread.append(log.unread().map { log.tree.text(of: $0) })
        }
    }

    init(_ text: String, as format: Format) throws { try self.init(Array(text.utf8), as: format) }
}

/// Writes a whole file, each part as the format's conventions want it.
func written(_ submission: Submission, as format: Format) -> String {
    let writer = format.writer(format.writtenVersions.last!)
    var bytes = writer.begin(submission.header).bytes
    let parts = submission.goods.map(SubmissionPart.good) + submission.footprints.map(SubmissionPart.footprint)
    for (index, part) in parts.enumerated() {
        if index > 0 { bytes += writer.separator }
        for adapted in writer.adapt(part, index).parts {
            bytes += writer.write(adapted.part, submission.header).bytes
        }
    }
    if parts.isEmpty { bytes += writer.write(.header(submission.header), submission.header).bytes }
    return String(decoding: bytes + writer.end, as: UTF8.self)
}
