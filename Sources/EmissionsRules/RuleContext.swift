public import EmissionsModel

/// What rules may know besides their subject. Rules never read a clock, a file or the network.
public struct RuleContext: Sendable {
    /// The day of the check, in UTC.
    public var today: CalendarDay
    /// What holds for all of the filing that the subject is part of; empty for footprints that are not in a filing.
    public var header: SubmissionHeader {
        get { surroundings.header }
        set { surroundings = Surroundings(header: newValue, good: good) }
    }
    /// The imported good that a footprint is about, without its footprints; `nil` for a footprint that stands alone.
    public var good: ImportedGood? {
        get { surroundings.good }
        set { surroundings = Surroundings(header: header, good: newValue) }
    }
    /// What rules measure by.
    public var limits = RuleLimits()
    /// What the parts of the submission before the subject were called.
    public var earlier = EarlierParts()
    /// The results of the footprint that is being checked, looked through once for all rules.
    private(set) var results = ResultIndex.empty
    /// The edition of EN 15804 that the footprint goes by; `nil` where nothing tells.
    private(set) var edition: EN15804?

    /// What kind of good a footprint is about; `nil` where there is none, or the mechanism does not cover it.
    var category: CoveredGoods.Category? { surroundings.category }
    var isInGood: Bool { surroundings.isInGood }

    private var surroundings = Surroundings(header: SubmissionHeader(), good: nil)

    public init(today: CalendarDay) { self.today = today }

    /// The same, with what rules ask of `footprint` looked up.
    func about(_ footprint: ProductFootprint) -> RuleContext {
        var context = self
        if !footprint.results.isEmpty { context.results = ResultIndex(footprint.results) }
        context.edition = footprint.edition(context.results)
        return context
    }

    /// Kilobytes, which are shared: a context is passed to every rule for every subject.
    private final class Surroundings: Sendable {
        let header: SubmissionHeader
        let good: ImportedGood?
        let isInGood: Bool
        let category: CoveredGoods.Category?

        init(header: SubmissionHeader, good: ImportedGood?) {
            (self.header, self.good, isInGood) = (header, good, good != nil)
            category = good?.commodity.cn.flatMap(CoveredGoods.category(ofCN:))
        }
    }
}
