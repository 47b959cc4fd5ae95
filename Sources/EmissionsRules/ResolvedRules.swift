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
        for rule in RuleCatalog.all {
            let about = rule.about
            guard about.status == .active else { continue }
            switch (policy.changes[about.code], severities[about.code]) {
            case (.severity(let severity, _), _), (nil, .some(let severity)): rule.resolve(at: severity, into: &self)
            case (.off(let reason), .some(let severity)):
                off.append(RuleOutcome(about.code, severity, .notRun, reason: "off by policy: \(reason)"))
            case (.off, nil), (nil, nil): break
            }
        }
    }
}

extension Rule {
    fileprivate static func resolve(at severity: Diagnostic.Severity, into rules: inout ResolvedRules) {
        Subject.add(ResolvedRule(Self.self, severity), to: &rules)
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
    let remedy: String

    init(_ rule: any Rule<Subject>.Type, _ severity: Diagnostic.Severity) {
        (self.rule, self.severity) = (rule, severity)
        (code, remedy) = (rule.about.code, rule.about.remedy)
    }
}
