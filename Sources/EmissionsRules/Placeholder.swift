public import EmissionsDiagnostics
public import EmissionsModel

public struct RuleContext: Sendable { public init(today: CalendarDay) {} }
public struct Profile: Sendable { public static func named(_ n: String) -> Profile? { nil } }
public struct RuleRun {
    public init(profiles: [Profile], context: RuleContext) {}
    public mutating func check(_ p: SubmissionPart) -> [Diagnostic] { [] }
    public mutating func finish() -> [Diagnostic] { [] }
}
