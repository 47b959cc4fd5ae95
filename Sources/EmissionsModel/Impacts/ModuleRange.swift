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
        var text = text
        guard let range = text.withUTF8({ ModuleRange($0) }) else { return nil }
        self = range
    }

    public init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let dash = text.firstIndex(of: UInt8(ascii: "-")) else {
            guard let module = LifeCycleModule(code: text) else { return nil }
            self.init(module)
            return
        }
        guard let first = LifeCycleModule(code: UnsafeBufferPointer(rebasing: text[..<dash])),
            let last = LifeCycleModule(code: UnsafeBufferPointer(rebasing: text[(dash + 1)...])), first <= last
        else { return nil }
        self.init(first: first, last: last)
    }
}
