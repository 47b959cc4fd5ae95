public import EmissionsDiagnostics

/// One field that two submissions say differently.
public struct Difference: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case added, removed, changed
        /// A value that can't be read in one file or both, so that nothing can be said of it.
        case unreadable
        /// The same in other words: other digits, another unit, another of the places where it may stand.
        case respelled
    }

    /// What one of the files says.
    public struct Side: Hashable, Sendable {
        /// Where it stands in its record.
        public var path: FieldPath
        /// As it was written, without its unit; `nil` where the file does not say it.
        public var value: String?
        /// What the value is counted in, and what it is for, as `kgCO2e per 12 liter`.
        public var unit: String?
        /// Where it was read; where it does not stand, the place it would be looked for.
        public var location: SourceLocation?
    }

    public var kind: Kind
    public var a: Side
    public var b: Side
    /// From A's to B's, for numbers that can be compared.
    public var change: RelativeChange?
    /// Whether it is an amount of something, and so tells how much more or less there is: emissions, a mass, a price.
    public var isFigure = false
    /// The item of a list that the field belongs to, where the whole item is in one file only.
    public var item: FieldPath?

    /// What the field is called, by the side that says it.
    public var path: FieldPath { a.value == nil ? b.path : a.path }
}

/// A header, a good or a footprint, and how two submissions differ in it.
public struct RecordDifference: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case header, good, footprint }
    public enum Presence: String, Sendable, CaseIterable { case both, onlyInA, onlyInB }

    /// How the two were found to be the same record.
    public enum Match: String, Sendable, CaseIterable {
        case identifier, predecessor
        case productAndPeriod = "product identifiers and period"
        case product = "product identifiers"
        case sequence = "item and sequence number"
        case commodity = "customs code and origin"
        case name = "product name and country"
        case onlyOne = "the only record of its kind in each file"
    }

    /// The record in one of the files.
    public struct Side: Hashable, Sendable {
        /// Where it stands in its submission, as `goods[0].footprints[1]`.
        public var place: FieldPath
        /// What its sender calls it.
        public var identifier: String?
        public var location: SourceLocation?
    }

    public var kind: Kind
    public var presence: Presence
    /// `nil` unless it is in both.
    public var match: Match?
    public var a: Side?
    public var b: Side?
    /// What it is about, in words: the product's name, what the customs call the good.
    public var title: String?
    /// In the order of the model. Empty where the record is in one file only.
    public var differences: [Difference] = []
}
