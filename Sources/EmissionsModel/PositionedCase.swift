/// A word of a closed list of fewer than 256, told by its position, since hashing and comparing words would cost more than
/// all else about an indicator's amounts.
public protocol PositionedCase: Hashable, CaseIterable, Sendable {}

extension PositionedCase {
    /// Where it stands in `allCases`: without anything to go with it, a case is stored as that.
    @inlinable public var position: Int {
        withUnsafeBytes(of: self) { bytes in bytes.count == 1 ? Int(bytes[0]) : 0 }
    }
}
