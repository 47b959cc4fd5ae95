import EmissionsModel

/// Short ways to write examples.
extension ProductFootprint {
    /// Adds a result with amounts by module, such as `["A1-A3": "12.3", "C3 recycling": "0.4", "B1": "MND"]`, in the
    /// unit of the indicator unless another is given.
    mutating func state(
        _ indicator: Indicator, by method: CharacterizationMethod? = nil, in unit: IndicatorUnit? = nil,
        _ amounts: KeyValuePairs<String, String>
    ) {
        var result = IndicatorResult()
        (result.indicator, result.method) = (indicator, method)
        result.unit = unit ?? indicator.unit(by: method)
        for (place, value) in amounts {
            let words = place.split(separator: " ", maxSplits: 1)
            var item = ModuleAmount()
            item.modules = words.first.flatMap { ModuleRange(String($0)) }
            item.scenario = words.count > 1 ? String(words[1]) : nil
            (item.amount, item.gap) = (ExactDecimal(value), AmountGap(rawValue: value))
            result.amounts.append(item)
        }
        results.append(result)
    }

    mutating func state(_ indicators: [Indicator], by method: CharacterizationMethod? = nil) {
        for indicator in indicators { state(indicator, by: method, ["A1-A3": "1"]) }
    }
}

extension EmissionsModel.Reference {
    init(_ name: String, identifier: String? = nil) {
        self.init()
        (names, self.identifier) = ([LocalizedText(name)], identifier)
    }
}

extension Scenario {
    init(_ name: String?, group: String? = nil, isDefault: Bool? = nil) {
        self.init()
        (self.name, self.group, self.isDefault) = (name, group, isDefault)
    }
}

extension MaterialProperty {
    init(_ name: String?, _ value: String, _ unit: String?) {
        self.init()
        (self.name, self.value, self.unit) = (name, ExactDecimal(value), unit)
    }
}

extension Review {
    init(_ kind: ReviewKind?, by reviewer: String?) {
        self.init()
        (self.kind, reviewers) = (kind, reviewer.map { [EmissionsModel.Reference($0)] } ?? [])
    }
}

extension CategoryLevel {
    init(_ level: String, _ name: String?) {
        self.init()
        (self.level, self.name) = (level, name)
    }
}

extension Compliance {
    init(_ name: String, identifier: String? = nil) {
        self.init()
        system = EmissionsModel.Reference(name, identifier: identifier)
    }
}
