/// What came of one rule, counted over the subjects it was run on.
struct RuleTally: Sendable {
    var checked = 0
    /// Subjects that something was found in.
    var failed = 0
    /// Subjects whose numbers are too long to be compared.
    var undecided = 0
}

/// What came of all rules about one kind of subject, in the order of the rules.
struct RuleTallies: Sendable {
    private(set) var subjects = 0
    private(set) var rules: [RuleTally]

    init(count: Int) { rules = Array(repeating: RuleTally(), count: count) }

    mutating func addSubject() { subjects += 1 }

    mutating func add(_ applicability: Applicability, _ index: Int) {
        if case .checked = applicability { rules[index].checked += 1 }
    }

    /// Adds a subject that a rule said something of: that it is wrong, or that it can't be told.
    mutating func add(isFailed: Bool, _ index: Int) {
        if isFailed { rules[index].failed += 1 } else { rules[index].undecided += 1 }
    }
}
