import EmissionsDiagnostics
public import EmissionsSyntax

/// The findings of an earlier report, to tell what is new since.
public struct Baseline: Sendable {
    /// A finding of the earlier report.
    public struct Entry: Hashable, Sendable {
        public var file: String
        public var code: String
        public var message: String
        public var fingerprint: String
    }

    /// A document that is no report to compare with, for a reason in words.
    public struct Failure: Error { public var message: String }

    /// What the earlier report is called.
    public let name: String
    public private(set) var entries: [Entry] = []
    /// Whether the earlier report does not list all that was found.
    public private(set) var isPartial = false

    /// Reads a JSON report, file by file.
    public init(_ source: ByteSource, named name: String) throws(Failure) {
        self.name = name
        var isOurs = false, hasFiles = false
        do {
            var limits = Limits()
            (limits.recordBytes, limits.recordValues) = (1 << 30, 100_000_000)
            var reader = JSONReader(source, limits: limits, streams: ["files"]), tree = SourceTree()
            while let role = try reader.next(into: &tree) {
                if role == .header {
                    if tree.text("tool", of: SourceTree.root) == Tool.name { isOurs = true }
                } else {
                    guard isOurs, role == .record(stream: "files") else { throw Failure(.foreign(name)) }
                    try add(tree)
                }
                hasFiles = hasFiles || role != .header
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as SyntaxError {
            let place = error.diagnostic.location.map { " (line \($0.line))" } ?? ""
            throw Failure("can't read the baseline '\(PlainText.line(name))': \(error.diagnostic.message)\(place)")
        } catch {
            throw Failure(.foreign(name))
        }
        if !isOurs { throw Failure(.foreign(name)) }
    }

    private mutating func add(_ tree: SourceTree) throws(Failure) {
        let file = tree.text("path", of: SourceTree.root) ?? ""
        guard let verdict = tree.text("verdict", of: SourceTree.root),
            let findings = tree.child("findings", of: SourceTree.root)
        else { throw Failure(.foreign(name)) }
        if tree.text("truncated", of: SourceTree.root) == "true" || !["valid", "invalid"].contains(verdict) {
            isPartial = true
        }
        for finding in tree.children(of: findings) {
            guard let code = tree.text("code", of: finding), let message = tree.text("message", of: finding) else {
                throw Failure(.foreign(name))
            }
            guard let fingerprint = tree.text("fingerprint", of: finding) else { throw Failure(.old(name)) }
            entries.append(Entry(file: file, code: code, message: message, fingerprint: fingerprint))
        }
    }
}

extension Baseline.Failure {
    fileprivate init(_ message: String) { self.message = message }
}

extension String {
    fileprivate static func foreign(_ name: String) -> String {
        "the baseline '\(PlainText.line(name))' is no report of '\(Tool.name) validate --report json'"
    }
    fileprivate static func old(_ name: String) -> String {
        "the baseline '\(PlainText.line(name))' has no fingerprints; make it anew with this version of \(Tool.name)"
    }
}

extension SourceTree {
    fileprivate func child(_ name: NodeName, of parent: NodeID) -> NodeID? {
        children(of: parent).first { isNamed(name, $0) }
    }

    fileprivate func text(_ name: NodeName, of parent: NodeID) -> String? {
        child(name, of: parent).flatMap { isLeaf($0) && kind(of: $0) != .null ? text(of: $0) : nil }
    }
}
