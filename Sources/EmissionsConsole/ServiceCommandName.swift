/// The commands of the service, which are in a program of their own: what the service links would cost every other
/// command half of its time.
package enum ServiceCommandName: String, CaseIterable, Sendable {
    case serve, settings, tenants, keys, audit, backup, restore

    package var abstract: String {
        switch self {
        case .serve: "Check, convert and keep submissions for others, over HTTP."
        case .settings: "List what can be set for the service, and what is in force."
        case .tenants: "Say whose submissions are kept, each unseen by the others."
        case .keys: "Hand out keys to the service, and take them back."
        case .audit: "Read what was done, by whom, to what, and check that nobody changed it."
        case .backup: "Copy everything that is kept into a new folder, while the service goes on."
        case .restore: "Make a folder for data out of a backup, once all of it was found whole."
        }
    }

    /// The command that a command line is for: its first word, or the one that it asks help about.
    package init?(_ arguments: [String]) {
        let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
        guard let name = word.flatMap(Self.init(rawValue:)) else { return nil }
        self = name
    }
}
