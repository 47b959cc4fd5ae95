import EmissionsConsole
import EmissionsExchange

extension ExitStatus {
    /// What a verdict comes to, apart from findings.
    init(_ verdict: FileReport.Verdict) {
        switch verdict {
        case .valid, .invalid: self = .success
        case .unreadable: self = .unreadable
        case .undecided: self = .limit
        case .unavailable: self = .unavailable
        }
    }
}
