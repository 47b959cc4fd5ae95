/// Whether there was something for a rule to check in a subject.
///
/// What a rule finds goes to ``Findings``; this tells a subject that is in order from one that the rule says nothing of.
public enum Applicability: Sendable {
    /// What the rule is about is absent, or its case does not arise.
    case notApplicable
    case checked
}
