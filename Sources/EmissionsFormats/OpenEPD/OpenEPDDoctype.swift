import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The kinds of documents that openEPD has.
enum OpenEPDDoctype: String, CaseIterable {
    case declaration = "openEPD"
    case industry = "openIndustryEpd"
    case generic = "openGenericEstimate"

    /// - Returns: `nil` where openEPD has no document for the kind.
    init?(_ kind: DeclarationKind) {
        switch kind {
        case .specific, .representative: self = .declaration
        case .average: self = .industry
        case .generic: self = .generic
        case .template: return nil
        }
    }

    var kind: DeclarationKind {
        switch self {
        case .declaration: .specific
        case .industry: .average
        case .generic: .generic
        }
    }

    /// What a document is by its own word, in whatever case; an EPD where it does not say.
    init(of root: SourceTree.NodeID, in log: ReadLog) {
        let node = log.tree.children(of: root).first { log.tree.isNamed("doctype", $0) }
        self = node.flatMap { Self.anyCase(log.tree.text(of: $0)) } ?? .declaration
    }

    private static func anyCase(_ text: String) -> OpenEPDDoctype? {
        allCases.first { $0.rawValue.lowercased() == text.lowercased() }
    }

    /// `doctype`. The format's own repository has a sample with `OpenEPD`, which its own reader refuses.
    static let field: Field<ProductFootprint> = {
        let key: Field<ProductFootprint>.Key<DeclarationKind?> = \.declaration.kind
        let spelling = Spelling<DeclarationKind>(
            "one of " + allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
            shape: .words(allCases.map(\.rawValue)),
            parse: { anyCase($0)?.kind }, print: { OpenEPDDoctype($0)?.rawValue })
        let row = Field<ProductFootprint>.scalar("doctype", key, as: spelling).required
        return Field(
            descriptions: row.descriptions,
            read: { parent, scope, record, log in
                row.read(parent, scope, &record, &log)
                guard let kind = record.declaration.kind, let word = OpenEPDDoctype(kind)?.rawValue,
                    let node = log.tree.children(of: parent).first(where: { log.tree.isNamed("doctype", $0) }),
                    log.tree.text(of: node) != word
                else { return }
                var finding = Diagnostic(
                    "OEPD-001", .warning, .miscased(log.tree.text(of: node), word), help: .spelled(word))
                finding.fix = Fix(.safe, .text(word))
                log.report(finding, at: node, key, in: scope)
            }, write: row.write, fill: row.fill)
    }()
}

extension Diagnostic.Message {
    fileprivate static func miscased(_ found: String, _ word: String) -> Self {
        "doctype is '\(found.prefix(80))', the format spells it \(word)"
    }
}

extension String {
    fileprivate static func spelled(_ word: String) -> String { "Write \(word), as strict readers ask for." }
}
