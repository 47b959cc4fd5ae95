public import EmissionsDiagnostics

/// Every rule, in the order of the codes.
public enum RuleCatalog {
    public static let all: [any Rule.Type] = [
        DeclaredUnitMissing.self,
        DeclaredUnitAmountNotPositive.self,
        ReferencePeriodReversed.self,
    ]

    public static func rule(_ code: Diagnostic.Code) -> (any Rule.Type)? { all.first { $0.about.code == code } }
}
