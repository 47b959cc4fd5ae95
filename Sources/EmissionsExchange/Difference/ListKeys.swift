import EmissionsModel

/// By what the items of a list are known, from the surest to the last resort: a number that tells positions.
enum ListKeys {
    static let tiers = 3

    /// The key of an item in a tier; `nil` where it says nothing of the kind.
    static func key(of item: any ModelRecord, _ tier: Int) -> [String]? {
        let keys: [[String?]]
        switch item {
        case let item as Classification:
            keys = [[item.system?.rawValue, item.code], [item.urn], [item.system?.rawValue]]
        case let item as ProductCategoryRules:
            keys = [[item.publisher?.rawValue, item.otherPublisher], [item.publisher?.rawValue]]
        case let item as EmissionFactorSource: keys = [[item.name, item.version], [item.name]]
        case let item as IndicatorResult:
            let unit = item.unit?.rawValue
            let name = item.indicator?.rawValue ?? item.definition.identifier ?? item.definition.names.first?.text
            keys = [[name, item.method?.rawValue, unit], [name, item.method?.rawValue], [name]]
        case let item as ModuleAmount:
            keys = [[item.modules?.description, item.scenario], [item.modules?.description]]
        case let item as LocalizedText: keys = [[item.language, item.text], [item.language]]
        case let item as Reference:
            keys = [[item.identifier], [item.names.first?.text], [item.address]]
        case let item as Scenario: keys = [[item.name], [item.group]]
        case let item as MaterialProperty: keys = [[item.name]]
        case let item as ProductCategory: keys = [[item.system]]
        case let item as CategoryLevel: keys = [[item.level], [item.code], [item.name]]
        case let item as Compliance: keys = [[item.system.identifier], [item.system.names.first?.text]]
        case let item as DataModelExtension: keys = [[item.dataSchema, item.specificationVersion], [item.dataSchema]]
        case let item as Contact: keys = [[item.email], [item.name], [item.phone]]
        case let item as ImportedQuantity:
            keys = [
                [item.requestedProcedure, item.previousProcedure, item.area?.rawValue], [item.requestedProcedure],
                [item.sequenceNumber],
            ]
        case let item as InwardProcessing: keys = [[item.authorization]]
        case let item as ProcedureMeasure:
            keys = [[item.isInwardProcessing.map(String.init), item.unit?.rawValue], [item.unit?.rawValue]]
        case let item as SupportingDocument:
            keys = [[item.type, item.referenceNumber], [item.referenceNumber], [item.sequenceNumber]]
        case let item as CarbonPriceDue:
            keys = [[item.instrument?.rawValue, item.country, item.legalAct], [item.legalAct], [item.sequenceNumber]]
        case let item as CoveredProduct: keys = [[item.type?.rawValue, item.cn], [item.cn], [item.sequenceNumber]]
        case let item as ProductionRoute:
            keys = [[item.method, item.methodName], [item.steelMill], [item.sequenceNumber]]
        case let item as QualifyingParameter: keys = [[item.identifier], [item.name], [item.sequenceNumber]]
        case let item as Precursor:
            keys = [[item.name, item.originCountry], [item.name], item.classifications.first.map { [$0.code] } ?? []]
        case let item as Remark: keys = [[item.text], [], [item.sequenceNumber]]
        default: return nil
        }
        guard tier < keys.count, keys[tier].contains(where: { $0 != nil }) else { return nil }
        return keys[tier].map { $0 ?? "" }
    }
}
