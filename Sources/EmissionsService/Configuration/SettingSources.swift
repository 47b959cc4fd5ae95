public import EmissionsDiagnostics
import EmissionsStore
import EmissionsSyntax

/// Where settings come from: the command line before the environment, the environment before a file.
public struct SettingSources: Sendable {
    /// The file's bytes, if there is one.
    public var file: [UInt8]?
    public var environment: [String: String]
    /// Names and values from the command line, in their order.
    public var given: [(name: String, value: String)]

    public init(file: [UInt8]?, environment: [String: String], given: [(name: String, value: String)]) {
        (self.file, self.environment, self.given) = (file, environment, given)
    }

    public enum Origin: String, Sendable { case `default`, file, environment, commandLine = "command line" }

    /// What came of the sources.
    public struct Outcome: Sendable {
        public var configuration: ServiceConfiguration
        /// Where each setting comes from that is not as it is by default.
        public var origins: [String: Origin] = [:]
        /// Variables that look as if they set something, and don't.
        public var unknownVariables: [String] = []
    }

    /// - Throws: ``ConfigurationError`` with all that is wrong.
    public func applied(to configuration: ServiceConfiguration) throws(ConfigurationError) -> Outcome {
        var outcome = Outcome(configuration: configuration), error = ConfigurationError()
        if let file { read(file, &outcome, &error) }
        for (variable, value) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix("EMX_") && !value.isEmpty && !Self.otherVariables.contains(variable) {
            guard let setting = Setting.all.first(where: { $0.variable == variable }) else {
                let near = Suggestion(for: variable, among: Setting.all.map(\.variable))
                if near.name == nil {
                    outcome.unknownVariables.append(variable)
                } else {
                    error.words.append("there is no setting \(variable)\(near)")
                }
                continue
            }
            if setting.set(&outcome.configuration, value) {
                outcome.origins[setting.name] = .environment
            } else {
                error.words.append(setting.complaint(variable, value))
            }
        }
        for (name, value) in given {
            guard let setting = Setting.named(name) else {
                let near = Suggestion(for: name, among: Setting.all.map(\.name))
                error.words.append("there is no setting '\(name.prefix(80))'\(near); `emx settings` lists them")
                continue
            }
            if setting.set(&outcome.configuration, value) {
                outcome.origins[name] = .commandLine
            } else {
                error.words.append(setting.complaint(name, value))
            }
        }
        error.words += outcome.configuration.contradictions
        guard error.isEmpty else { throw error }
        return outcome
    }

    private func read(_ bytes: [UInt8], _ outcome: inout Outcome, _ error: inout ConfigurationError) {
        do {
            var reader = ConfigurationReader(try YAMLDocument(bytes).tree)
            reader.read(into: &outcome.configuration)
            for name in reader.names { outcome.origins[name] = .file }
            error.diagnostics = reader.problems
        } catch let syntax {
            error.diagnostics = [syntax.diagnostic]
        }
    }

    /// Variables that say something else.
    private static let otherVariables: Set<String> = ["EMX_CONFIG", "EMX_TODAY", "EMX_STRICT", "EMX_SHARED"]
}

/// What is wrong with a configuration.
public struct ConfigurationError: Error, Sendable {
    /// With their places in the file.
    public var diagnostics: [Diagnostic] = []
    /// On variables, options, and what only all of them together show.
    public var words: [String] = []

    var isEmpty: Bool { diagnostics.isEmpty && words.isEmpty }
}

extension Setting {
    fileprivate func complaint(_ name: String, _ value: String) -> String {
        "\(name) is \(isSecret ? "something else" : "'\(value.prefix(80))'"), must be \(expected)"
    }
}

extension ServiceConfiguration {
    /// What can't hold at once, or says nothing by itself.
    fileprivate var contradictions: [String] {
        var words: [String] = []
        let missing = tokens.missing
        if !missing.isEmpty {
            words.append("\(missing.joined(separator: " and ")) must be set, too, before tokens are taken")
        }
        if let tenant = tokens.tenant, !tenant.isTenantName {
            words.append(
                "oidc.tenant is '\(tenant.prefix(80))', must be lower-case letters, digits and hyphens, at most 64")
        }
        if database.url != nil, database.urlFile != nil {
            words.append("database.url and database.urlFile are both set; keep one of them")
        }
        if let adminPort, adminPort == port, adminPort != 0, adminHost == host {
            words.append("admin.port is \(adminPort), which is listen.port; give it another")
        }
        return words
    }
}

extension String {
    fileprivate var isTenantName: Bool { Tenant.ID(self) != nil }
}
