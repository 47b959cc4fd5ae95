import Glibc

/// How a run ended. Of several the highest counts.
package enum ExitStatus: Int32, Error, Comparable {
    case success = 0
    /// Findings at or above `--fail-on`, a target that lacks what it requires, or submissions that differ.
    case findings = 1
    case usage = 2
    case loss = 3
    case unreadable = 4
    case limit = 5
    case unavailable = 6
    case internalError = 70

    package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

    package func exit() -> Never { Glibc.exit(rawValue) }
}

/// A command line that can't be followed, for a reason that its syntax does not show.
package struct UsageError: Error {
    package var message: String
    package init(_ message: String) { self.message = message }
}
