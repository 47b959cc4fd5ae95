/// A record of the model.
///
/// Any part of a submission may be missing, so every record can be empty; what must be there is a rule's business.
public protocol ModelRecord: Hashable, Sendable {
    init()
}

extension ModelRecord {
    /// Whether nothing at all is said.
    @inlinable public var isEmpty: Bool { self == Self() }
}
