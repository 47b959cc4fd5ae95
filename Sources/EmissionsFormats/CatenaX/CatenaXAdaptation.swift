import EmissionsDiagnostics
import EmissionsModel

/// What Catena-X's conventions make of a part before it can be written.
enum CatenaXAdaptation {
    static func adapt(_ part: SubmissionPart, to version: CatenaXVersion) -> Adaptation {
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
        _ footprints: [(ProductFootprint, FieldPath)], of good: ImportedGood?, to version: CatenaXVersion
    ) -> Adaptation {
        var adaptation = Adaptation([])
        let isOld = version.shape == .flatWithOldNames
        for (footprint, path) in footprints {
            var draft = FootprintDraft(footprint: footprint, source: path)
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
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
            adaptation.derived += draft.derived
        }
        return adaptation
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
        let list = FieldPath(\ProductFootprint.methodology.standards), before = footprint.methodology.standards
        let order = before.indices.sorted { a, b in
            (words.print(before[a]) == nil ? 1 : 0, a) < (words.print(before[b]) == nil ? 1 : 0, b)
        }
        guard order != Array(before.indices) else { return }
        footprint.methodology.standards = order.map { before[$0] }
        moves.follow(Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }), in: list)
        for (place, index) in order.enumerated() {
            move(from: source.appending(list).appending(.index(index)), to: list.appending(.index(place)))
        }
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
