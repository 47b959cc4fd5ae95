public import EmissionsExchange

extension FileReport.Verdict {
    /// How far from a usable file it is: of several verdicts the greatest is that of all of them.
    public var gravity: Int {
        switch self {
        case .valid: 0
        case .invalid: 1
        case .unreadable: 2
        case .undecided: 3
        case .unavailable: 4
        }
    }

    /// The verdict on several files.
    public static func worst(_ a: Self, _ b: Self) -> Self { a.gravity >= b.gravity ? a : b }
}
