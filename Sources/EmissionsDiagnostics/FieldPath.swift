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

    /// The names alone, for all items of lists alike.
    public var withoutPositions: FieldPath {
        FieldPath(steps.filter { if case .name = $0 { true } else { false } })
    }
}

extension FieldPath: CustomStringConvertible {
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for step in steps {
            switch step {
            case .name(let name):
                if !text.isEmpty { text.append(UInt8(ascii: ".")) }
                text.append(contentsOf: name.utf8)
            case .index(let index):
                text.append(UInt8(ascii: "["))
                text.append(contentsOf: String(index).utf8)
                text.append(UInt8(ascii: "]"))
            }
        }
        return String(decoding: text, as: UTF8.self)
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
        var description = keyPath.debugDescription
        return description.withUTF8 { names(in: $0) }
    }

    /// Reads `\Record.property.other?.<computed …>`, byte by byte.
    private static func names(in text: UnsafeBufferPointer<UInt8>) -> [FieldPath.Step] {
        let dot = UInt8(ascii: ".")
        var steps: [FieldPath.Step] = []
        guard var start = text.firstIndex(of: dot).map({ $0 + 1 }) else { return [] }
        while start < text.count, text[start] != UInt8(ascii: "<") {
            let end = text[start...].firstIndex(of: dot) ?? text.count
            let name = text[start..<end].prefix { $0 != UInt8(ascii: "?") }
            steps.append(.name(String(decoding: name, as: UTF8.self)))
            start = end + 1
        }
        return steps
    }
}
