public import EmissionsDiagnostics
public import EmissionsModel

/// The rules of some profiles, run over one submission part by part.
public struct RuleRun: Sendable {
    private var context: RuleContext
    private let rules: ResolvedRules
    private var hasHeader = false
    /// From which severity on findings get their words and places; `nil` for none. Codes and severities, which is
    /// all that counting takes, are always right.
    public var detailedFrom: Diagnostic.Severity? = .note

    /// A rule that several profiles have is run once, at the highest of its severities.
    public init(profiles: [Profile], context: RuleContext) {
        self.context = context
        rules = ResolvedRules(profiles)
    }

    /// What is wrong with one part. Paths are relative to it: `commodity.cn`, `footprints[2].production.country`.
    ///
    /// Parts come in the order of the submission, so that a header is known to the goods that follow it.
    public mutating func check(_ part: SubmissionPart) -> [Diagnostic] {
        switch part {
        case .header(let header):
            context.header = header
            hasHeader = true
            return check(header)
        case .good(let good):
            return check(good)
        case .footprint(let footprint):
            var findings = Findings(of: rules.footprint, detailedFrom: detailedFrom)
            findings.check(footprint, in: context)
            remember(footprint)
            return findings.diagnostics
        }
    }

    /// What only the submission as a whole shows. Paths start from it: `header.reported.goodsCount`.
    ///
    /// A submission without a header is checked as if it had an empty one.
    public mutating func finish() -> [Diagnostic] {
        var submission = CompleteSubmission()
        (submission.header, submission.goodsCount) = (context.header, context.earlier.goodsCount)
        var findings = Findings(of: rules.submission, detailedFrom: detailedFrom)
        findings.check(submission, in: context)
        var diagnostics = hasHeader ? [] : check(SubmissionHeader(), at: FieldPath([.name("header")]))
        diagnostics += findings.diagnostics
        if context.earlier.footprintIdentifiers.isFull {
            diagnostics.append(Diagnostic(IdentifierRepeated.about.code, .note, .tooManyToRemember))
        }
        return diagnostics
    }

    private func check(_ header: SubmissionHeader, at path: FieldPath = FieldPath()) -> [Diagnostic] {
        var findings = Findings(of: rules.header, at: path, detailedFrom: detailedFrom)
        findings.check(header, in: context)
        return findings.diagnostics
    }

    private mutating func check(_ good: ImportedGood) -> [Diagnostic] {
        var findings = Findings(of: rules.good, detailedFrom: detailedFrom)
        findings.check(good, in: context)
        var diagnostics = findings.diagnostics

        var surrounding = good
        surrounding.footprints = []
        context.good = surrounding
        defer { context.good = nil }
        for index in good.footprints.indices {
            var findings = Findings(
                of: rules.footprint, at: FieldPath([.name("footprints"), .index(index)]), detailedFrom: detailedFrom)
            findings.check(good.footprints[index], in: context)
            diagnostics += findings.diagnostics
            remember(good.footprints[index])
        }
        context.earlier.goodsCount += 1
        if let number = good.itemNumber { context.earlier.itemNumbers.insert(number) }
        return diagnostics
    }

    private mutating func remember(_ footprint: ProductFootprint) {
        if let identifier = footprint.identity.identifier { context.earlier.footprintIdentifiers.insert(identifier) }
    }
}

extension Diagnostic.Message {
    fileprivate static let tooManyToRemember: Self =
        "only the first \(SeenNames.capacity) identifiers were remembered, so that later repetitions may go unnoticed"
}
