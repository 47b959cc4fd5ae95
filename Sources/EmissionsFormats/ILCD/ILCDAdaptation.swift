import EmissionsDiagnostics
import EmissionsModel

/// What ILCD's conventions make of a part before it can be written.
enum ILCDAdaptation {
    static func adapt(_ part: SubmissionPart, to version: ILCDVersion) -> Adaptation {
        guard case .footprint(var footprint) = part else { return .unchanged(part) }
        var restatements: [Restatement] = []
        let key = \ProductFootprint.identity.specificationVersion
        let before = footprint[keyPath: key]
        if before != version.rawValue {
            restatements.append(
                Restatement(
                    path: FieldPath(key), before: before ?? "not stated", after: version.rawValue,
                    reason: "the version that is written"))
        }
        if version > .v11 { footprint[keyPath: key] = version.rawValue }
        var adaptation = Adaptation([.init(part: .footprint(footprint))])
        adaptation.restatements = restatements
        return adaptation
    }
}
