import EmissionsDiagnostics
import EmissionsModel

/// What PACT's conventions make of a part before it can be written: one footprint per record, a fixed denominator,
/// kilograms, and the version's own lists.
enum PACTAdaptation {
    static func adapt(_ part: SubmissionPart, to version: PACTVersion) -> Adaptation {
        switch part {
        case .header: return .unchanged(part)
        case .footprint(let footprint): return adapt([(footprint, FieldPath())], of: nil, to: version)
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            return adapt(
                good.footprints.enumerated().map { ($1, list.appending(.index($0))) }, of: good, to: version)
        }
    }

    private static func adapt(
        _ footprints: [(ProductFootprint, FieldPath)], of good: ImportedGood?, to version: PACTVersion
    ) -> Adaptation {
        var adaptation = Adaptation([])
        for (footprint, path) in footprints {
            var draft = FootprintDraft(footprint: footprint, source: path)
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
            adaptation.parts.append(
                .init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
            adaptation.derived += draft.derived
        }
        return adaptation
    }
}
