public import EmissionsDiagnostics
import EmissionsModel

/// Collects what rules find in one subject.
public struct Findings<Subject: RuleSubject> {
    /// The rules that are run, with the severities that their profiles give them.
    private let rules: [ResolvedRule<Subject>]
    private let path: FieldPath
    /// Which of the rules is being run.
    private var current = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(of rules: [ResolvedRule<Subject>], at path: FieldPath = FieldPath()) {
        (self.rules, self.path) = (rules, path)
    }

    /// Not specialized, so that the subject goes on to the rules by its address: a footprint has kilobytes, and copying it
    /// once more for each rule made checking a fourth slower.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func check(_ subject: Subject, in context: RuleContext) {
        for index in rules.indices {
            current = index
            rules[index].rule.check(subject, in: context, &self)
        }
    }

    public mutating func report<Value>(_ message: Diagnostic.Message, at field: KeyPath<Subject, Value>) {
        report(message, at: FieldPath(field))
    }

    /// Reports an item of a list.
    public mutating func report<Item>(
        _ message: Diagnostic.Message, at list: KeyPath<Subject, [Item]>, _ index: Int
    ) {
        report(message, at: FieldPath(list).appending(.index(index)))
    }

    /// Reports a field of an item of a list.
    public mutating func report<Item, Value>(
        _ message: Diagnostic.Message, at list: KeyPath<Subject, [Item]>, _ index: Int, _ field: KeyPath<Item, Value>
    ) {
        report(message, at: FieldPath(list).appending(.index(index)).appending(FieldPath(field)))
    }

    public mutating func report(_ message: Diagnostic.Message, at field: FieldPath) {
        let rule = rules[current]
        append(message, rule.severity, help: rule.rule.about.remedy, at: field)
    }

    /// Notes that numbers are too long to be compared exactly, so that nobody takes silence for agreement.
    public mutating func reportUnchecked<Value>(_ what: String, at field: KeyPath<Subject, Value>) {
        append("\(what) could not be checked: it takes more than 38 digits", .note, help: nil, at: FieldPath(field))
    }

    private mutating func append(
        _ message: Diagnostic.Message, _ severity: Diagnostic.Severity, help: String?, at field: FieldPath
    ) {
        diagnostics.append(
            Diagnostic(rules[current].rule.about.code, severity, message, help: help, path: path.appending(field)))
    }
}

/// A rule and how bad its findings are in the profiles at hand.
struct ResolvedRule<Subject: RuleSubject>: Sendable {
    var rule: any Rule<Subject>.Type
    var severity: Diagnostic.Severity
}
