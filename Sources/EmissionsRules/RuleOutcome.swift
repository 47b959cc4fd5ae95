public import EmissionsDiagnostics

/// What came of one rule in one file.
public struct RuleOutcome: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Checked wherever it applies, and nothing was found.
        case passed
        case failed
        /// The file has nothing that the rule is about.
        case notApplicable
        /// Not run, or not on all of the file; the reason says why.
        case notRun
    }

    public var code: Diagnostic.Code
    /// How bad its findings are in the profiles at hand.
    public var severity: Diagnostic.Severity
    public var status: Status
    /// Subjects that it was checked on: footprints, goods, or the filing.
    public var checked = 0
    /// Subjects that something was found in; of those that were checked.
    public var failed = 0
    /// Subjects that it says nothing of.
    public var notApplicable = 0
    /// Whether the file has anything of the kind that the rule is about.
    public var hasSubjects = true
    /// Why it was not run, as a fragment.
    public var reason: String?

    public init(_ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ status: Status, reason: String? = nil) {
        (self.code, self.severity, self.status, self.reason) = (code, severity, status, reason)
    }
}

extension RuleOutcome {
    /// What the subjects of `rule` come to, in a file that was read to its end or not.
    ///
    /// Where nothing was found, a rule has passed only if it has seen everything.
    init<Subject: RuleSubject>(
        _ rule: ResolvedRule<Subject>, _ tally: RuleTally, subjects: Int, isComplete: Bool, whenNone: String
    ) {
        self.init(rule.code, rule.severity, .passed)
        (checked, failed, notApplicable) = (tally.checked, tally.failed, subjects - tally.checked)
        hasSubjects = subjects > 0 || !isComplete
        if failed > 0 {
            status = .failed
        } else if !isComplete {
            (status, reason) = (.notRun, .brokenOff)
        } else if subjects == 0 {
            (status, reason) = (.notRun, whenNone)
        } else if tally.undecided > 0 {
            (status, reason) = (.notRun, .undecided(tally.undecided))
        } else if checked == 0 {
            status = .notApplicable
        }
    }
}

/// How many rules came out how.
public struct RuleCounts: Hashable, Sendable {
    public var passed = 0, failed = 0, notApplicable = 0, notRun = 0

    public init(_ outcomes: [RuleOutcome]) {
        for outcome in outcomes { add(outcome) }
    }

    public mutating func add(_ outcome: RuleOutcome) {
        switch outcome.status {
        case .passed: passed += 1
        case .failed: failed += 1
        case .notApplicable: notApplicable += 1
        case .notRun: notRun += 1
        }
    }
}

extension String {
    fileprivate static let brokenOff = "the file could not be read to its end"
    fileprivate static func undecided(_ count: Int) -> String {
        "numbers of more than 38 digits could not be compared, \(count == 1 ? "once" : "\(count) times")"
    }
}
