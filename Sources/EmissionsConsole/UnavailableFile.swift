import EmissionsDiagnostics
package import EmissionsSyntax

extension SyntaxError {
    /// A file that can't be read, for a reason of the system.
    package static func unavailable(_ path: String, _ reason: String) -> SyntaxError {
        let name = path == "-" ? "standard input" : "'\(path)'"
        return SyntaxError(.unavailable, Diagnostic("IO-001", .error, "can't read \(name): \(reason)"))
    }
}
