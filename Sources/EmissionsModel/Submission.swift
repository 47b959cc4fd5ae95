/// What one partner sent: a filing with its goods, or footprints of products, or both.
///
/// Files are read and written part by part; a whole submission as one value is for small files and for tests.
public struct Submission: ModelRecord {
    public var header = SubmissionHeader()
    public var goods: [ImportedGood] = []
    /// Footprints that do not belong to an imported good.
    public var footprints: [ProductFootprint] = []
    public init() {}
}

/// One stretch of a submission, as it comes out of a reader and goes into a writer.
public enum SubmissionPart: Hashable, Sendable {
    case header(SubmissionHeader)
    case good(ImportedGood)
    case footprint(ProductFootprint)
}

extension Submission {
    public mutating func append(_ part: SubmissionPart) {
        switch part {
        case .header(let header): self.header = header
        case .good(let good): goods.append(good)
        case .footprint(let footprint): footprints.append(footprint)
        }
    }
}

/// What holds for all of a filing.
public struct SubmissionHeader: ModelRecord {
    public var identifier: String?
    /// The number of the filing before it was made final (CBAM up to 17.03).
    public var draftIdentifier: String?
    /// Tells states of one filing apart, such as `1.2`.
    public var version: String?
    public var submitted: Timestamp?
    public var reportingPeriod = ReportingPeriod()
    public var declarant = Declarant()
    public var representative = Party()
    public var importer = Party()
    /// The number by which the national competent authority knows the filing (CBAM up to 18.00).
    public var authorityReference: String?
    public var confirmation = Confirmation()
    public var remarks: String?
    public var reported = ReportedTotals()
    public var carried: [Carried] = []
    public init() {}
}

/// What the signatory of a filing confirms.
public struct Confirmation: ModelRecord {
    public var dataIsComplete: Bool?
    public var dataMayBeUsed: Bool?
    /// Whether another than the Commission's methodology was applied.
    public var otherMethodologyApplied: Bool?
    public var date: Timestamp?
    public var place: String?
    public var signature: String?
    public var position: String?
    public init() {}
}

/// Totals as a filing states them; whether they are right is a rule's business.
public struct ReportedTotals: ModelRecord {
    public var goodsCount: ExactDecimal?
    /// Per unit of the good, in `unit` per unit of its mass or energy.
    public var perUnit: ExactDecimal?
    public var overall: ExactDecimal?
    public var direct: ExactDecimal?
    public var indirect: ExactDecimal?
    public var unit: EmissionsUnit?
    public init() {}
}
