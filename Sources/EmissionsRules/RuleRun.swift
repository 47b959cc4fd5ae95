public import EmissionsDiagnostics
public import EmissionsModel

/// The rules of some profiles, run over one submission part by part.
public struct RuleRun: Sendable {
    /// What is to be known of a part besides what is wrong with it.
    public struct Notes: Sendable {
        /// Fields that findings at the end may be about, relative to the part: their places have to be kept until then.
        public var lasting: [FieldPath] = []
        /// Of a footprint that is PACT's.
        public var usability: Usability?
        public init(lasting: [FieldPath] = []) { self.lasting = lasting }
    }

    private var context: RuleContext
    private let rules: ResolvedRules
    private var tallies: (header: RuleTallies, good: RuleTallies, footprint: RuleTallies, submission: RuleTallies)
    private var hasHeader = false
    private var isComplete = false
    /// What else there is to know of the part checked last.
    public private(set) var notes = Notes()
    /// Whose usability model footprints are held against; `nil` for none.
    public let edition: UsabilityEdition?
    /// From which severity on findings get their words and places; `nil` for none. Codes and severities, which is
    /// all that counting takes, are always right.
    public var detailedFrom: Diagnostic.Severity? = .note

    /// A rule that several profiles have is run once, at the highest of its severities.
    public init(profiles: [Profile], policy: Policy = Policy(), context: RuleContext) {
        self.context = context
        self.context.limits = policy.limits
        rules = ResolvedRules(profiles, policy)
        edition = UsabilityEdition(profiles: profiles.map(\.name))
        tallies = (
            RuleTallies(count: rules.header.resolved.count), RuleTallies(count: rules.good.resolved.count),
            RuleTallies(count: rules.footprint.resolved.count), RuleTallies(count: rules.submission.resolved.count)
        )
    }

    /// What is wrong with one part. Paths are relative to it: `commodity.cn`, `footprints[2].production.country`.
    ///
    /// Parts come in the order of the submission, so that a header is known to the goods that follow it.
    public mutating func check(_ part: SubmissionPart) -> [Diagnostic] {
        switch part {
        case .header(let header):
            context.header = header
            hasHeader = true
            notes = Notes(
                lasting: [
                    FieldPath(\SubmissionHeader.reported.goodsCount), FieldPath(\SubmissionHeader.reported.overall),
                ])
            return check(header)
        case .good(let good):
            notes = Notes()
            return check(good)
        case .footprint(let footprint):
            var findings = Findings(of: rules.footprint, detailedFrom: detailedFrom)
            findings.check(footprint, in: context, &tallies.footprint)
            notes.lasting = context.earlier.remember(footprint)
            notes.usability = edition.map { Usability(of: footprint, edition: $0) }
            return findings.diagnostics
        }
    }

    /// What only the submission as a whole shows. Paths start from it: `header.reported.goodsCount`.
    ///
    /// A submission without a header is checked as if it had an empty one.
    public mutating func finish() -> [Diagnostic] {
        isComplete = true
        var submission = CompleteSubmission()
        (submission.header, submission.earlier) = (context.header, context.earlier)
        var findings = Findings(of: rules.submission, detailedFrom: detailedFrom)
        findings.check(submission, in: context, &tallies.submission)
        var diagnostics = hasHeader ? [] : check(SubmissionHeader(), at: FieldPath([.name("header")]))
        diagnostics += findings.diagnostics
        if context.earlier.footprintIdentifiers.isFull {
            diagnostics.append(Diagnostic(IdentifierRepeated.about.code, .note, .tooManyToRemember))
        }
        let forgotten = context.earlier.forgottenReferences
        if forgotten > 0, context.earlier.hasSeveralVersions {
            diagnostics.append(Diagnostic(PredecessorNotInFile.about.code, .note, .tooManyReferences(forgotten)))
        }
        return diagnostics
    }

    /// What came of each rule of the profiles, in the order of the codes.
    ///
    /// Until ``finish()`` was called, nothing has passed: what was not seen may be wrong.
    public var outcomes: [RuleOutcome] {
        let outcomes =
            outcomes(rules.header, tallies.header, whenNone: "no filing in this file")
            + outcomes(rules.good, tallies.good, whenNone: "no imported goods in this file")
            + outcomes(rules.footprint, tallies.footprint, whenNone: "no footprints in this file")
            + outcomes(rules.submission, tallies.submission, whenNone: "no filing in this file")
        return (outcomes + rules.off).sorted { $0.code < $1.code }
    }

    private func outcomes<Subject>(
        _ rules: SubjectRules<Subject>, _ tallies: RuleTallies, whenNone: String
    ) -> [RuleOutcome] {
        zip(rules.resolved, tallies.rules).map {
            RuleOutcome($0, $1, subjects: tallies.subjects, isComplete: isComplete, whenNone: whenNone)
        }
    }

    private mutating func check(_ header: SubmissionHeader, at path: FieldPath = FieldPath()) -> [Diagnostic] {
        var findings = Findings(of: rules.header, at: path, detailedFrom: detailedFrom)
        findings.check(header, in: context, &tallies.header)
        return findings.diagnostics
    }

    private mutating func check(_ good: ImportedGood) -> [Diagnostic] {
        var findings = Findings(of: rules.good, detailedFrom: detailedFrom)
        findings.check(good, in: context, &tallies.good)
        var diagnostics = findings.diagnostics

        var surrounding = good
        surrounding.footprints = []
        context.good = surrounding
        defer { context.good = nil }
        for index in good.footprints.indices {
            var findings = Findings(
                of: rules.footprint, at: FieldPath([.name("footprints"), .index(index)]), detailedFrom: detailedFrom)
            findings.check(good.footprints[index], in: context, &tallies.footprint)
            diagnostics += findings.diagnostics
            context.earlier.remember(good.footprints[index], isInGood: true)
        }
        context.earlier.remember(good)
        return diagnostics
    }
}

extension Diagnostic.Message {
    fileprivate static func tooManyReferences(_ count: Int) -> Self {
        "\(count) predecessors that were named before they came were not looked for, there are too many"
    }
    fileprivate static let tooManyToRemember: Self =
        "only the first \(SeenNames.capacity) identifiers were remembered, so that later repetitions may go unnoticed"
}
