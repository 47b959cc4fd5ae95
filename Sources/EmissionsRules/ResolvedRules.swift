import EmissionsDiagnostics
import EmissionsModel

/// The rules of some profiles, by what they are about.
public struct ResolvedRules: Sendable {
    var header = SubjectRules<SubmissionHeader>()
    var good = SubjectRules<ImportedGood>()
    var footprint = SubjectRules<ProductFootprint>()
    var submission = SubjectRules<CompleteSubmission>()

    /// Rules of the profiles that the policy turns off.
    var off: [RuleOutcome] = []

    /// A rule that several profiles have is taken once, at the highest of its severities, unless the policy says more.
    init(_ profiles: [Profile], _ policy: Policy) {
        var severities: [Diagnostic.Code: Diagnostic.Severity] = [:]
        for entry in profiles.flatMap(\.entries) {
            severities[entry.code] = max(severities[entry.code] ?? .note, entry.severity)
        }
        for (rule, code) in Self.active {
            switch (policy.changes[code], severities[code]) {
            case (.severity(let severity, _), _), (nil, .some(let severity)):
                rule.resolve(code, at: severity, into: &self)
            case (.off(let reason), .some(let severity)):
                off.append(RuleOutcome(code, severity, .notRun, reason: "off by policy: \(reason)"))
            case (.off, nil), (nil, nil): break
            }
        }
    }

    /// Rules with their codes, told once: a description has many words.
    private static let active: [(rule: any Rule.Type, code: Diagnostic.Code)] = RuleCatalog.all.compactMap { rule in
        let about = rule.about
        return about.status == .active ? (rule, about.code) : nil
    }
}

extension Rule {
    fileprivate static func resolve(
        _ code: Diagnostic.Code, at severity: Diagnostic.Severity, into rules: inout ResolvedRules
    ) {
        Subject.add(ResolvedRule(Self.self, code, severity), to: &rules)
    }
}

/// The rules about one kind of subject.
struct SubjectRules<Subject: RuleSubject>: Sendable {
    private(set) var resolved: [ResolvedRule<Subject>] = []
    /// The same rules without their words: what is run for each subject is not to be retained each time.
    private(set) var types: [any Rule<Subject>.Type] = []

    mutating func append(_ rule: ResolvedRule<Subject>) {
        resolved.append(rule)
        types.append(rule.rule)
    }
}

/// A rule and how bad its findings are in the profiles at hand.
public struct ResolvedRule<Subject: RuleSubject>: Sendable {
    let rule: any Rule<Subject>.Type
    let severity: Diagnostic.Severity
    let code: Diagnostic.Code
    var remedy: String { rule.about.remedy }

    init(_ rule: any Rule<Subject>.Type, _ code: Diagnostic.Code, _ severity: Diagnostic.Severity) {
        (self.rule, self.code, self.severity) = (rule, code, severity)
    }
}
