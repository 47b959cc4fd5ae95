import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What was found while the reader read ahead, until the part that it is about is handed out.
struct EarlyFindings {
    private var waiting: [Diagnostic] = []

    /// What is about the part that was read last, or stands before its end.
    mutating func findings(of part: SubmissionPart, _ log: inout ReadLog) -> [Diagnostic] {
        let all = waiting + log.diagnostics
        guard !all.isEmpty, !log.tree.isEmpty else { return take(all) { _ in true } }
        if log.tree.syntax == .csv, case .header = part { return ofFiling(all) }
        let end = log.tree.endOffset
        return take(all) { ($0.location?.byteOffset ?? 0) < end }
    }

    /// In a table, what is said of a filing stands in the same row as the first record, of which the header row is no
    /// part: what a schema finds in that row waits for the record, unless the reader found something there, too.
    private mutating func ofFiling(_ all: [Diagnostic]) -> [Diagnostic] {
        let places = Set(all.filter { !$0.isOfSchema }.compactMap(\.location?.address))
        return take(all) { finding in
            guard finding.isOfSchema, let location = finding.location, let address = location.address else {
                return true
            }
            return location.line == 1 || places.contains(address)
        }
    }

    /// All that is left once the file was read.
    mutating func rest(_ log: ReadLog) -> [Diagnostic] { take(waiting + log.diagnostics) { _ in true } }

    private mutating func take(_ all: [Diagnostic], _ isTaken: (Diagnostic) -> Bool) -> [Diagnostic] {
        waiting = all.filter { !isTaken($0) }
        return waiting.isEmpty ? all : all.filter(isTaken)
    }
}
