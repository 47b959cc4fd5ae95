import EmissionsDiagnostics
import EmissionsSyntax

/// What was found while the reader read ahead, until the part that it is about is handed out.
struct EarlyFindings {
    private var waiting: [Diagnostic] = []

    /// What is about the part that was read last, or stands before its end.
    mutating func findings(of log: inout ReadLog) -> [Diagnostic] {
        let all = waiting + log.diagnostics
        guard !all.isEmpty, !log.tree.isEmpty else { return take(all) { _ in true } }
        let end = log.tree.endOffset
        return take(all) { ($0.location?.byteOffset ?? 0) < end }
    }

    /// All that is left once the file was read.
    mutating func rest(_ log: ReadLog) -> [Diagnostic] { take(waiting + log.diagnostics) { _ in true } }

    private mutating func take(_ all: [Diagnostic], _ isTaken: (Diagnostic) -> Bool) -> [Diagnostic] {
        waiting = all.filter { !isTaken($0) }
        return waiting.isEmpty ? all : all.filter(isTaken)
    }
}
