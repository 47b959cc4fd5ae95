/// What was found for one indicator: its amounts by module and scenario, per declared unit.
public struct IndicatorResult: ModelRecord {
    /// `nil` where what is measured is not known; `definition` has what it is called.
    public var indicator: Indicator?
    /// The model behind an impact indicator; resource use and waste have none.
    public var method: CharacterizationMethod?
    public var unit: IndicatorUnit?
    /// How the source names the indicator: the data set of the method or the flow.
    public var definition = Reference()
    /// How the source names the unit: the data set of the unit group.
    public var unitDefinition = Reference()
    public var exchange = ExchangeRole()
    public var amounts: [ModuleAmount] = []
    public var comments: [LocalizedText] = []
    public init() {}
}

/// How a resource use or a waste flow stands in the inventory (ILCD `exchange`).
public struct ExchangeRole: ModelRecord {
    public var number: String?
    public var direction: FlowDirection?
    public var function: ExchangeFunction?
    /// Of the exchange as such, beside its amounts by module.
    public var amount: ExactDecimal?
    public init() {}
}

public enum ExchangeFunction: String, Sendable, CaseIterable {
    case generalReminder = "general reminder flow"
    case allocationReminder = "allocation reminder flow"
    case systemExpansionReminder = "system expansion reminder flow"
}

/// An indicator's amount for one module, or a stated sum over modules, in one scenario.
public struct ModuleAmount: ModelRecord {
    public var modules: ModuleRange?
    public var scenario: String?
    public var amount: ExactDecimal?
    /// Why there is no amount.
    public var gap: AmountGap?
    /// Relative, as a fraction (openEPD `rsd`).
    public var relativeStandardDeviation: ExactDecimal?
    public var distribution: Distribution?
    public init() {}
}

/// A word that stands where an amount would: each means something else, and none of them zero (EN 15804, 7.5).
public enum AmountGap: String, Sendable, CaseIterable {
    case notDeclared = "ND"
    case indicatorNotAssessed = "INA"
    case moduleNotAssessed = "MNA"
    case moduleNotDeclared = "MND"
    case moduleNotRelevant = "MNR"
    /// There is a place for an amount, and nothing in it.
    case empty
}

public enum Distribution: String, Sendable, CaseIterable {
    case logNormal = "log-normal"
    case normal, uniform, triangular, max
}
