/// A time from `start` to `end`.
public struct Period: ModelRecord {
    public var start: Timestamp?
    public var end: Timestamp?
    public init() {}
}

/// The quarter or year that a filing covers.
public struct ReportingPeriod: ModelRecord {
    public var year: String?
    public var quarter: Quarter?
    public init() {}
}

public enum Quarter: String, Sendable, CaseIterable { case first = "Q1", second = "Q2", third = "Q3", fourth = "Q4" }
