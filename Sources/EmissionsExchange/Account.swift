/// What became of every value of the source. The classes add up to the total.
public struct Account: Hashable, Sendable, Codable {
    /// Values of the source: texts, numbers and truth values; not names, and not what is empty or null.
    public var total = 0
    /// Said in the target as it was.
    public var carried = 0
    /// Said in the target in another unit, denominator, code or notation, exactly.
    public var converted = 0
    /// Not understood, and handed on as it was.
    public var kept = 0
    /// Not in the source: given by whoever converts. Not part of the total.
    public var supplied = 0
    /// Understood, and not said in the target.
    public var dropped = 0
    /// Said in the target with another meaning or digits.
    public var changed = 0
    /// Not understood, and not handed on.
    public var unread = 0
    public init() {}

    /// Whether every value is in exactly one class.
    public var isBalanced: Bool { total == carried + converted + kept + dropped + changed + unread }

    /// How many values are not in the target as they were.
    public var lost: Int { dropped + changed + unread }
}
