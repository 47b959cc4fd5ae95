import Synchronization

/// A place in the model: the property names and list positions that lead to it.
public struct FieldPath: Hashable, Sendable {
    public enum Step: Hashable, Sendable {
        case name(String)
        case index(Int)
    }

    public var steps: [Step]

    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The path through the stored properties of `keyPath`.
    ///
    /// A computed property ends the path: what it is derived from is the place to look.
    public init(_ keyPath: AnyKeyPath) {
        self = KeyPathNames.shared.path(of: keyPath)
    }

    public func appending(_ other: FieldPath) -> FieldPath { FieldPath(steps + other.steps) }
    public func appending(_ step: Step) -> FieldPath { FieldPath(steps + [step]) }
    public func appending(_ name: String) -> FieldPath { appending(.name(name)) }

    public func hasPrefix(_ prefix: FieldPath) -> Bool { steps.starts(with: prefix.steps) }

    /// The path without its last step; `nil` for the empty path.
    public var parent: FieldPath? { steps.isEmpty ? nil : FieldPath(Array(steps.dropLast())) }
}

extension FieldPath: CustomStringConvertible {
    public var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}

extension FieldPath {
    /// Reads `goods[2].commodity.cn`; `nil` where a position is not a whole number or a name is empty.
    public init?(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            guard let name = pieces.first, !name.isEmpty else { return nil }
            steps.append(.name(String(name)))
            for piece in pieces.dropFirst() {
                guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 else { return nil }
                steps.append(.index(index))
            }
        }
        self.init(steps)
    }
}

/// The paths of key paths that were asked for before: spelling one out costs more than reading its field does.
private struct KeyPathNames: ~Copyable {
    static let shared = KeyPathNames()
    private let known = Mutex<[Key: FieldPath]>([:])

    /// Never changed; not `Sendable` of itself only because a key path may hold the arguments of a subscript.
    private struct Key: Hashable, @unchecked Sendable {
        let keyPath: AnyKeyPath
    }

    func path(of keyPath: AnyKeyPath) -> FieldPath {
        let key = Key(keyPath: keyPath)
        return known.withLock { known in
            if let path = known[key] { return path }
            let path = FieldPath(Self.steps(of: key.keyPath))
            known[key] = path
            return path
        }
    }

    private static func steps(of keyPath: AnyKeyPath) -> [FieldPath.Step] {
        let names = keyPath.debugDescription.split(separator: ".").dropFirst()
        return names.prefix { !$0.hasPrefix("<") }.map { .name(String($0.prefix { $0 != "?" })) }
    }
}
