public import EmissionsDiagnostics
public import EmissionsModel

/// A small subject that shows what a rule accepts or rejects.
public struct RuleExample<Subject: RuleSubject>: Sendable {
    public let title: String
    public let subject: Subject
    public let context: RuleContext
    /// Where the rule should object; empty when it should not.
    public let expected: [FieldPath]

    public typealias Build<Value> = (inout Value) -> Void

    public static func accepts(
        _ title: String, in context: Build<RuleContext> = { _ in }, _ build: Build<Subject>
    ) -> RuleExample {
        make(title, [], context, build)
    }

    public static func rejects<Value>(
        _ title: String, at field: KeyPath<Subject, Value>, in context: Build<RuleContext> = { _ in },
        _ build: Build<Subject>
    ) -> RuleExample {
        make(title, [FieldPath(field)], context, build)
    }

    /// An example that is rejected at a place in a list, such as `production.carbonPrices[0].currency`.
    public static func rejects(
        _ title: String, at field: String, in context: Build<RuleContext> = { _ in }, _ build: Build<Subject>
    ) -> RuleExample {
        guard let path = FieldPath(field) else { preconditionFailure("\(field) is not a path") }
        return make(title, [path], context, build)
    }

    private static func make(
        _ title: String, _ expected: [FieldPath], _ context: Build<RuleContext>, _ build: Build<Subject>
    ) -> RuleExample {
        var subject = Subject()
        var example = RuleContext(today: CalendarDay(2026, 6, 30))
        build(&subject)
        context(&example)
        return RuleExample(title: title, subject: subject, context: example, expected: expected)
    }
}

/// What a rule says of one of its examples, for those who are to learn from it.
public struct ExampleOutcome: Sendable {
    public var title: String
    public var isAccepted: Bool
    /// Whether the rule applies to it.
    public var isChecked: Bool
    /// The filing around it; empty where that does not matter.
    public var header: SubmissionHeader
    /// The example, in the good that it is about if there is one.
    public var part: SubmissionPart
    public var messages: [Diagnostic.Message]
}

extension Rule {
    public static var exampleOutcomes: [ExampleOutcome] {
        examples.map { example in
            let (found, tally) = run(example)
            return ExampleOutcome(
                title: example.title, isAccepted: example.expected.isEmpty, isChecked: tally.checked > 0,
                header: example.context.header, part: example.subject.part(in: example.context),
                messages: found.map(\.message))
        }
    }

    /// The examples that do not behave as they say, with what was found instead.
    public static var failingExamples: [String] {
        examples.compactMap { example in
            let found = run(example).found
            return found.compactMap(\.path) == example.expected ? nil : "\(about.code) \(example.title): \(found)"
        }
    }

    private static func run(_ example: RuleExample<Subject>) -> (found: [Diagnostic], tally: RuleTally) {
        var rules = SubjectRules<Subject>()
        rules.append(ResolvedRule(Self.self, about.code, about.severity))
        var findings = Findings(of: rules)
        var tallies = RuleTallies(count: 1)
        findings.check(example.subject, in: example.context, &tallies)
        return (findings.diagnostics, tallies.rules[0])
    }
}
