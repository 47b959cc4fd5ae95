public import EmissionsDiagnostics

/// Reads a member of a package as the reader of its syntax does; every place that it tells names the member.
public struct MemberReader<Reader: RecordReader>: RecordReader {
    private var reader: Reader
    private let member: String

    /// - Parameters:
    ///   - member: What the reader reads.
    ///   - reader: Reads its bytes, which come from ``Package/source(of:)``.
    public init(_ member: PackageMember, _ reader: Reader) { (self.member, self.reader) = (member.name, reader) }

    public mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        do throws(SyntaxError) {
            let role = try reader.next(into: &tree)
            tree.window.part = member
            return role
        } catch {
            tree.window.part = member
            throw SyntaxError(error.kind, located(error.diagnostic))
        }
    }

    public mutating func takeFindings() -> [Diagnostic] { reader.takeFindings().map(located) }

    private func located(_ finding: Diagnostic) -> Diagnostic {
        var finding = finding
        finding.location?.part = member
        return finding
    }
}
