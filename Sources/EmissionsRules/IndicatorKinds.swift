import EmissionsModel

extension Indicator {
    /// What it is called in findings.
    var name: String { rawValue }

    /// Flows of carbon, which take no characterization factors (ISO 21930, 7.2.11 and 7.2.12).
    var isCarbonFlow: Bool {
        switch self {
        case .biogenicRemovalProduct, .biogenicEmissionProduct, .biogenicRemovalPackaging, .biogenicEmissionPackaging,
            .biogenicEmissionWaste, .calcinationCarbon, .carbonationCarbon, .nonRenewableWasteCarbon,
            .renewableWasteCarbon:
            true
        default: false
        }
    }

    /// Whether it is a core indicator of either edition of EN 15804.
    var isCore: Bool {
        StandardIndicators.coreA2.contains(self) || self == .eutrophication || self == .globalWarmingLandUse
    }

    /// The indicator whose symbol stands in brackets at the end of `name`, such as `Acidification potential (AP)`.
    static func called(_ name: String) -> Indicator? {
        guard name.hasSuffix(")"), let opening = name.lastIndex(of: "(") else { return nil }
        return Indicator(rawValue: String(name[name.index(after: opening)...].dropLast()))
    }
}

extension AmountGap {
    /// Whether it says something of a module, and not of an indicator or a single amount.
    var isOfModule: Bool {
        switch self {
        case .moduleNotAssessed, .moduleNotDeclared, .moduleNotRelevant: true
        case .notDeclared, .indicatorNotAssessed, .empty: false
        }
    }
}

extension ResultIndex {
    /// How many of `indicators` no method of `family` has found anything for.
    func lacking(_ indicators: [Indicator], by family: MethodFamilies) -> Int {
        indicators.count { indicator in
            !summaries.contains {
                $0.series.indicator == indicator && $0.series.method?.family.isSuperset(of: family) == true
            }
        }
    }
}
