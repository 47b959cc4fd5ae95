import EmissionsDiagnostics
import EmissionsModel

/// What PACT's conventions make of a part before it can be written: one footprint per record, a fixed denominator,
/// kilograms, and the version's own lists.
enum PACTAdaptation {
    static func adapt(_ part: SubmissionPart, to version: PACTVersion) -> Adaptation {
        .ofFootprints(part) { draft, good in
            draft.takeDeclaration()
            draft.settleClassifications(version)
            if let good { draft.takeCommodity(of: good) }
            draft.takeCountry()
            draft.settleVersion(version)
            draft.settleUnit()
            draft.settleBasis(version)
            draft.settleMass(version)
            draft.settleStandards(version)
            draft.settleAssessmentReports(version)
            draft.settleQuality(version)
            draft.settleVerification(version)
            draft.noteMeaning(version)
            draft.noteAircraft(targetCountsApart: false)
            draft.settleRulePublishers()
            draft.settleExtent()
        }
    }
}
