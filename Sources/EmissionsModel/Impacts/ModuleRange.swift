/// A module of the life cycle, or a stated sum over modules: `A1`, `A1-A3` (EN 15804, 6.2).
public struct ModuleRange: Hashable, Sendable {
    public var first: LifeCycleModule
    public var last: LifeCycleModule

    public init(_ module: LifeCycleModule) { (first, last) = (module, module) }
    /// - Returns: `nil` where the last module stands before the first.
    public init?(_ first: LifeCycleModule, through last: LifeCycleModule) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// The sum over the product stage.
    public static let productStage = ModuleRange(first: .a1, last: .a3)

    private init(first: LifeCycleModule, last: LifeCycleModule) { (self.first, self.last) = (first, last) }

    public var isSum: Bool { first != last }

    public func contains(_ module: LifeCycleModule) -> Bool { first <= module && module <= last }
}

extension ModuleRange: CustomStringConvertible {
    public var description: String { isSum ? "\(first.rawValue)-\(last.rawValue)" : first.rawValue }

    /// Reads `A1` and `A1-A3`.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = LifeCycleModule(rawValue: String(ends[0])),
            let last = ends.count == 1 ? first : LifeCycleModule(rawValue: String(ends[1])), first <= last
        else { return nil }
        self.init(first: first, last: last)
    }
}
