/// Why something could not be kept or found, in words that say nothing of what is kept.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `tenant`, `submission`, `job`, … that is not there, or is another tenant's.
    case notFound(String)
    case alreadyExists(String)
    /// Somebody else has it by now, or it is over.
    case leaseLost
    /// A cursor that no page handed out.
    case cursor
    /// The database was written by a later version of this program.
    case newerSchema(found: Int, known: Int)
    case notAStore(String)
    /// What is kept is not what was written.
    case damaged(String)
    /// The database is busy or can't be reached; trying again may help.
    case unavailable(String)
    case database(String)
    case file(String)
    case invalid(String)

    /// Whether the same may work a little later.
    public var isTransient: Bool {
        if case .unavailable = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .notFound(let what): "there is no such \(what)"
        case .alreadyExists(let what): "there is such a \(what) already"
        case .leaseLost: "the lease has run out or was given to another"
        case .cursor: "the cursor is not one that an earlier page gave"
        case .newerSchema(let found, let known):
            "the database has version \(found), this program knows versions up to \(known); use a later program"
        case .notAStore(let why), .damaged(let why), .unavailable(let why), .database(let why), .file(let why),
            .invalid(let why):
            why
        }
    }
}
