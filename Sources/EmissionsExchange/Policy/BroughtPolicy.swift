public import EmissionsDiagnostics
public import EmissionsRules
public import EmissionsSyntax

/// A policy that a user brings, and what reports call it.
public struct BroughtPolicy: Hashable, Sendable {
    /// The file that was named.
    public var path: String
    /// A SHA-256 of its bytes, in hexadecimal digits.
    public var digest: String
    public var policy: Policy

    /// Reads a policy from YAML.
    ///
    /// - Throws: ``PolicyError`` with all that is wrong with it, each at its place.
    public init(path: String, _ bytes: [UInt8], limits: Limits = Limits()) throws(PolicyError) {
        let document: YAMLDocument
        do { document = try YAMLDocument(bytes, limits: limits) } catch {
            throw PolicyError(diagnostics: [error.diagnostic])
        }
        var reader = PolicyReader(document.tree)
        policy = reader.read()
        (self.path, digest) = (path, SHA256.hex(bytes))
        guard reader.problems.isEmpty else { throw PolicyError(diagnostics: reader.problems) }
    }
}

/// What is wrong with a policy.
public struct PolicyError: Error, Sendable {
    public var diagnostics: [Diagnostic]
}
