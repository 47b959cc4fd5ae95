public import EmissionsModel

/// What rules may know besides their subject. Rules never read a clock, a file or the network.
public struct RuleContext: Sendable {
    /// The day of the check, in UTC.
    public var today: CalendarDay
    /// What holds for all of the filing that the subject is part of; empty for footprints that are not in a filing.
    public var header = SubmissionHeader()
    /// The imported good that a footprint is about, without its footprints; `nil` for a footprint that stands alone.
    public var good: ImportedGood? {
        didSet { category = good?.commodity.cn.flatMap(CoveredGoods.category(ofCN:)) }
    }
    /// What kind of good that is; `nil` where the mechanism does not cover it.
    private(set) var category: CoveredGoods.Category?
    /// What the parts of the submission before the subject were called.
    public var earlier = EarlierParts()

    public init(today: CalendarDay) { self.today = today }
}

/// What is remembered of the parts of a submission that were checked already.
public struct EarlierParts: Sendable {
    public var footprintIdentifiers: IdentifierSet = []
    public var itemNumbers: Set<String> = []
    public var goodsCount = 0
    public init() {}
}
