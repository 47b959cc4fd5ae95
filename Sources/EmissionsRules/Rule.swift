public import EmissionsDiagnostics
public import EmissionsModel

/// One requirement on a submission: its code, its reason, its examples and its check in one file.
public protocol Rule<Subject>: Sendable {
    associatedtype Subject: RuleSubject

    static var about: RuleDescription { get }
    /// Shown in the documentation and run as the rule's tests.
    static var examples: [RuleExample<Subject>] { get }
    /// Reports what is wrong with `subject`, and does nothing else: most subjects are in order, so that nothing is
    /// allocated before something is found.
    ///
    /// - Returns: Whether the rule applies to `subject` at all; one that finds something does.
    static func check(
        _ subject: Subject, in context: RuleContext, _ findings: inout Findings<Subject>
    ) -> Applicability
}

/// A record that rules can be about.
public protocol RuleSubject: ModelRecord {
    /// Puts a rule about records of this kind with the others.
    static func add(_ rule: ResolvedRule<Self>, to rules: inout ResolvedRules)
    /// The part of a submission that the record is, or stands in.
    func part(in context: RuleContext) -> SubmissionPart
    /// The context of the rules about it, with what several of them would look up; `nil` where there is nothing to add.
    func prepared(_ context: RuleContext) -> RuleContext?
}

extension RuleSubject {
    public func prepared(_ context: RuleContext) -> RuleContext? { nil }
}

extension SubmissionHeader: RuleSubject {
    public func part(in context: RuleContext) -> SubmissionPart { .header(self) }
    public static func add(_ rule: ResolvedRule<Self>, to rules: inout ResolvedRules) { rules.header.append(rule) }
}

extension ImportedGood: RuleSubject {
    public func part(in context: RuleContext) -> SubmissionPart { .good(self) }
    public static func add(_ rule: ResolvedRule<Self>, to rules: inout ResolvedRules) { rules.good.append(rule) }
}

/// Footprints are checked wherever they stand, in an imported good or alone.
extension ProductFootprint: RuleSubject {
    public func part(in context: RuleContext) -> SubmissionPart {
        guard var good = context.good else { return .footprint(self) }
        good.footprints = [self]
        return .good(good)
    }

    public func prepared(_ context: RuleContext) -> RuleContext? { isDeclaration ? context.about(self) : nil }

    public static func add(_ rule: ResolvedRule<Self>, to rules: inout ResolvedRules) { rules.footprint.append(rule) }
}

/// What is known of a submission when all its parts have been seen.
public struct CompleteSubmission: RuleSubject {
    public var header = SubmissionHeader()
    public var earlier = EarlierParts()
    public init() {}

    public func part(in context: RuleContext) -> SubmissionPart { .header(header) }

    public static func add(_ rule: ResolvedRule<Self>, to rules: inout ResolvedRules) { rules.submission.append(rule) }
}

/// What a rule requires, in words.
public struct RuleDescription: Sendable {
    public enum Status: String, Sendable {
        case active
        /// No longer checked; the code stays taken.
        case retired
    }

    public var code: Diagnostic.Code
    /// How bad it is unless a profile says otherwise.
    public var severity: Diagnostic.Severity
    /// The broken condition, as a fragment: what is wrong, not what should be.
    public var title: String
    /// Why it matters, in Markdown.
    public var explanation: String
    /// What to do about it, as a sentence.
    public var remedy: String
    public var references: [Reference]
    public var status: Status

    public init(
        code: Diagnostic.Code, severity: Diagnostic.Severity = .error, title: String, explanation: String,
        remedy: String, references: [Reference], status: Status = .active
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.explanation = explanation
        self.remedy = remedy
        self.references = references
        self.status = status
    }
}

/// The clause of a standard or law that a rule comes from.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
    public var standard: String
    public var clause: String

    public init(_ standard: String, _ clause: String) { (self.standard, self.clause) = (standard, clause) }

    public var description: String { "\(standard), \(clause)" }
}
