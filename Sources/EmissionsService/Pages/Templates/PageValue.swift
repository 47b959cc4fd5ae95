/// What a template is filled with.
indirect enum PageValue: Sendable, Hashable {
    case none
    case text(String)
    case flag(Bool)
    case list([PageValue])
    case record([String: PageValue])

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }

    /// What a section is rendered for.
    var items: [PageValue] {
        switch self {
        case .none, .flag(false), .text(""): []
        case .list(let values): values
        case .flag(true), .text, .record: [self]
        }
    }

    subscript(name: String) -> PageValue? {
        get {
            guard case .record(let members) = self else { return nil }
            return members[name]
        }
        set {
            guard case .record(var members) = self else { return }
            members[name] = newValue
            self = .record(members)
        }
    }

    func merging(_ other: PageValue) -> PageValue {
        guard case .record(let mine) = self, case .record(let others) = other else { return other }
        return .record(mine.merging(others) { $1 })
    }
}

extension PageValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringInterpolation,
    ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral members: (String, PageValue)...) {
        self = .record(Dictionary(members) { $1 })
    }
    init(arrayLiteral values: PageValue...) { self = .list(values) }
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
