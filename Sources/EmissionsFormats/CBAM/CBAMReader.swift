import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a quarterly report of any version: what holds for all of it, then good after good.
struct CBAMReader: SubmissionReader {
    private var records: XMLReader
    private var newest: CBAMVersion?
    private var header: SubmissionHeader?

    init(_ records: XMLReader) { self.records = records }

    /// The newest version that has all that was read so far.
    var version: String? { newest?.rawValue }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        guard let role else { return nil }
        if newest != .v17 { newest = min(newest ?? .v23, CBAMVersion(log.tree)) }
        return switch role {
        case .header: .header(readHeader(&log))
        case .record: .good(readGood(&log))
        }
    }

    /// What stands behind goods is added to what was read before them.
    private mutating func readHeader(_ log: inout ReadLog) -> SubmissionHeader {
        if header == nil { checkRoot(&log) } else { reportLate(&log) }
        // Hints for tools, which may stand on the root of any XML document.
        for name: NodeName in ["@schemaLocation", "@noNamespaceSchemaLocation"] {
            _ = log.child(name, of: SourceTree.root)
        }
        var header = header ?? SubmissionHeader()
        CBAMFields.header.read(SourceTree.root, in: ReadLog.part, to: &header, log: &log)
        CBAMChecks.check(header, &log)
        log.carryUnread(CBAM.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        log.finish()
        self.header = header
        return header
    }

    private func readGood(_ log: inout ReadLog) -> ImportedGood {
        var good = CBAMFields.good.read(SourceTree.root, in: ReadLog.part, into: &log)
        CBAMChecks.joinSplitCode(&good, &log)
        CBAMChecks.check(good, newest ?? .v23, &log)
        log.carryUnread(CBAM.format, to: &good.carried, in: ReadLog.part, \ImportedGood.carried)
        log.finish()
        return good
    }

    private func checkRoot(_ log: inout ReadLog) {
        if records.rootName != CBAM.rootName {
            log.report(
                Diagnostic("CBAM-002", .error, .root(records.rootName ?? ""), help: .root), at: SourceTree.root,
                in: ReadLog.part)
        } else if records.rootNamespace != CBAM.namespace {
            log.report(
                Diagnostic("CBAM-001", .warning, .namespace(records.rootNamespace), help: .namespace),
                at: SourceTree.root, in: ReadLog.part)
        }
    }

    private func reportLate(_ log: inout ReadLog) {
        for element in Array(log.tree.children(of: SourceTree.root)) {
            log.report(
                Diagnostic("CBAM-003", .warning, .late(log.tree.name(of: element)), help: .late), at: element,
                in: ReadLog.part)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func namespace(_ found: String?) -> Self {
        "QReport is in \(found.map { "the namespace '\($0)'" } ?? "no namespace"), expected '\(CBAM.namespace)'"
    }
    fileprivate static func root(_ name: String) -> Self {
        "the root element is \(name), expected \(CBAM.rootName)"
    }
    fileprivate static func late(_ name: String) -> Self {
        "\(name) stands behind imported goods, expected before them"
    }
}

extension String {
    fileprivate static let namespace =
        "Declare it on QReport with xmlns=\"\(CBAM.namespace)\"; the CBAM registry takes no other."
    fileprivate static let root = "Give a quarterly report with QReport as its root element, or name another format."
    fileprivate static let late = "Put it before the first ImportedGood, in the order that the schema gives."
}
