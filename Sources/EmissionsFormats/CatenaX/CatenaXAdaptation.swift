import EmissionsDiagnostics
import EmissionsModel

/// What Catena-X's conventions make of a part before it can be written.
enum CatenaXAdaptation {
    static func adapt(_ part: SubmissionPart, to version: CatenaXVersion) -> Adaptation {
        let isOld = version.shape == .flatWithOldNames
        return .ofFootprints(part) { draft, good in
            draft.takeDeclaration()
            if isOld { draft.settleCategory() }
            if let good { draft.takeCommodity(of: good) }
            draft.takeCountry()
            draft.settleExtent(of: draft.generation)
            draft.settleVersion(version)
            draft.settleUnit()
            draft.settleKeptFigures(version)
            draft.settleBasis(isOld ? .oneUnit : .declaredAmount)
            draft.settleMass()
            draft.settleStandards(isOld ? CatenaXWords.standards7 : CatenaXWords.standards9)
            draft.settleAssessmentReport()
            draft.settleRatings(for: version.generation)
            draft.noteAircraft(targetCountsApart: true)
            if isOld { draft.settleRulePublishers() } else { draft.separateRules() }
        }
    }
}

extension FootprintDraft {
    fileprivate mutating func settleVersion(_ version: CatenaXVersion) {
        let stated = footprint.identity.specificationVersion
        guard stated != version.specVersion else { return }
        footprint.identity.specificationVersion = version.specVersion
        if let stated {
            restate(
                \ProductFootprint.identity.specificationVersion, stated, version.specVersion,
                "the version that is written")
        }
    }

    /// PACT has no footprints but those from the cradle to the gate. Formats of declarations count their versions alike.
    fileprivate mutating func settleExtent(of generation: FootprintGeneration?) {
        guard footprint.boundary.extent == nil, footprint.results.isEmpty, generation != nil else { return }
        footprint.boundary.extent = .cradleToGate
        derived.append(source.appending(FieldPath(\ProductFootprint.boundary.extent)))
    }

    /// All in one list, and those that the version has a word for first, so that each is read back where it stands.
    fileprivate mutating func settleStandards(_ words: Spelling<CrossSectoralStandard>) {
        for (index, standard) in footprint.methodology.standardsUsed.enumerated() {
            merge(
                standard, index, from: \ProductFootprint.methodology.standardsUsed,
                into: \ProductFootprint.methodology.standards)
        }
        footprint.methodology.standardsUsed = []
        let before = footprint.methodology.standards
        let order = before.indices.sorted { a, b in
            (words.print(before[a]) == nil ? 1 : 0, a) < (words.print(before[b]) == nil ? 1 : 0, b)
        }
        reorder(\.methodology.standards, order)
    }

    fileprivate mutating func settleAssessmentReport() {
        let list = \ProductFootprint.methodology.assessmentReports
        guard let report = footprint.methodology.characterizationFactors else { return }
        if footprint.methodology.assessmentReports.isEmpty { footprint.methodology.assessmentReports = [report] }
        guard let place = footprint.methodology.assessmentReports.firstIndex(of: report) else { return }
        footprint.methodology.characterizationFactors = nil
        move(
            from: source.appending(FieldPath(\ProductFootprint.methodology.characterizationFactors)),
            to: FieldPath(list).appending(.index(place)))
    }

    /// Figures of stages that only Catena-X has go from one unit to the declared amount and back as all others do. One
    /// without an exact form stays as it is, and is not written.
    fileprivate mutating func settleKeptFigures(_ version: CatenaXVersion) {
        guard let amount = footprint.declaredUnit.amount, !amount.isZero else { return }
        let isOld = version.shape == .flatWithOldNames
        for (index, carried) in footprint.carried.enumerated() where carried.format == CatenaX.name {
            guard let pair = CatenaXFigures.pairs.first(where: { (isOld ? $0.whole : $0.single) == carried.path }),
                case .number(let text) = carried.content, let before = ExactDecimal(text),
                let after = amount.equals(1)
                    ? before : isOld ? before.dividedExactly(by: amount) : before.multiplied(by: amount)
            else { continue }
            footprint.carried[index].path = isOld ? pair.single : pair.whole
            footprint.carried[index].content = .number(after.jsonNumber)
            restatements.append(
                Restatement(
                    path: source.appending(FieldPath(\ProductFootprint.carried)).appending(.index(index)),
                    before: text, after: after.description,
                    reason: "\(text) \(isOld ? "÷" : "×") \(amount) \(footprint.declaredUnit.unit?.rawValue ?? "units")"
                ))
        }
    }
}
