public import EmissionsDiagnostics
import EmissionsModel

/// Collects what rules find in one subject.
public struct Findings<Subject: RuleSubject> {
    /// The rules that are run, with the severities that their profiles give them.
    private let rules: SubjectRules<Subject>
    private let path: FieldPath
    /// From which severity on findings get their words and places; `nil` for none.
    private let detailedFrom: Diagnostic.Severity?
    /// Which of the rules is being run.
    private var current = 0
    /// How many of the findings only say that something could not be checked.
    private var uncheckedCount = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(
        of rules: SubjectRules<Subject>, at path: FieldPath = FieldPath(), detailedFrom: Diagnostic.Severity? = .note
    ) {
        (self.rules, self.path, self.detailedFrom) = (rules, path, detailedFrom)
    }

    /// Not specialized, so that the subject goes on to the rules by its address: a footprint has kilobytes, and copying it
    /// once more for each rule made checking a fourth slower.
    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    mutating func check(_ subject: Subject, in context: RuleContext, _ tallies: inout RuleTallies) {
        tallies.addSubject()
        if let prepared = subject.prepared(context) {
            run(subject, in: prepared, &tallies)
        } else {
            run(subject, in: context, &tallies)
        }
    }

    @_semantics("optimize.sil.specialize.generic.never") @inline(never)
    private mutating func run(_ subject: Subject, in context: RuleContext, _ tallies: inout RuleTallies) {
        for index in rules.types.indices {
            current = index
            let (found, unchecked) = (diagnostics.count, uncheckedCount)
            tallies.add(rules.types[index].check(subject, in: context, &self), index)
            guard diagnostics.count > found else { continue }
            tallies.add(isFailed: diagnostics.count - found > uncheckedCount - unchecked, index)
        }
    }

    public mutating func report<Value>(
        _ message: @autoclosure () -> Diagnostic.Message, at field: KeyPath<Subject, Value>,
        fix: @autoclosure () -> Fix? = nil
    ) {
        append(message(), at: FieldPath(field), fix: fix())
    }

    /// Reports an item of a list.
    public mutating func report<Item>(
        _ message: @autoclosure () -> Diagnostic.Message, at list: KeyPath<Subject, [Item]>, _ index: Int
    ) {
        append(message(), at: FieldPath(list).appending(.index(index)))
    }

    /// Reports a field of an item of a list.
    public mutating func report<Item, Value>(
        _ message: @autoclosure () -> Diagnostic.Message, at list: KeyPath<Subject, [Item]>, _ index: Int,
        _ field: KeyPath<Item, Value>, fix: @autoclosure () -> Fix? = nil
    ) {
        append(message(), at: FieldPath(list).appending(.index(index)).appending(FieldPath(field)), fix: fix())
    }

    public mutating func report(_ message: @autoclosure () -> Diagnostic.Message, at field: FieldPath) {
        append(message(), at: field)
    }

    /// Notes that numbers are too long to be compared exactly, so that nobody takes silence for agreement.
    public mutating func reportUnchecked<Value>(_ what: String, at field: KeyPath<Subject, Value>) {
        uncheckedCount += 1
        append(
            "\(what) could not be checked: it takes more than 38 digits", as: .note, help: nil, at: FieldPath(field))
    }

    private mutating func append(
        _ message: @autoclosure () -> Diagnostic.Message, at field: @autoclosure () -> FieldPath,
        fix: @autoclosure () -> Fix? = nil
    ) {
        append(
            message(), as: rules.resolved[current].severity, help: rules.resolved[current].remedy, at: field(),
            fix: fix())
    }

    private mutating func append(
        _ message: @autoclosure () -> Diagnostic.Message, as severity: Diagnostic.Severity, help: String?,
        at field: @autoclosure () -> FieldPath, fix: @autoclosure () -> Fix? = nil
    ) {
        guard let detailedFrom, severity >= detailedFrom else {
            diagnostics.append(Diagnostic(rules.resolved[current].code, severity, ""))
            return
        }
        var finding = Diagnostic(
            rules.resolved[current].code, severity, message(), help: help, path: path.appending(field()))
        finding.fix = fix()
        diagnostics.append(finding)
    }
}
