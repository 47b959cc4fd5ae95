import EmissionsDiagnostics
import EmissionsSyntax

/// Places of fields that findings at the end of a file are about, when the records that hold them are long gone.
struct LastingPlaces {
    private var kept: [FieldPath: Diagnostic] = [:]

    /// Keeps the place of a field of the part read last. `path` is relative to the part, which stands at `place`.
    mutating func keep(_ path: FieldPath, below place: FieldPath, of subject: String?, _ log: inout ReadLog) {
        var stub = log.located(Diagnostic("", .note, "", path: path))
        guard stub.location != nil else { return }
        stub.subject = subject
        kept[place.appending(path)] = stub
    }

    func located(_ finding: Diagnostic) -> Diagnostic {
        guard finding.location == nil, let stub = finding.path.flatMap({ kept[$0] }) else { return finding }
        var located = finding
        (located.location, located.excerpt, located.value) = (stub.location, stub.excerpt, stub.value)
        located.subject = located.subject ?? stub.subject
        return located
    }
}
