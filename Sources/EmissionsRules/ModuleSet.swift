import EmissionsModel

/// Some modules of the life cycle.
struct ModuleSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ modules: ModuleRange) {
        var bits: UInt32 = 0
        for (bit, module) in LifeCycleModule.allCases.enumerated() where modules.contains(module) { bits |= 1 << bit }
        self.init(rawValue: bits)
    }

    init(_ modules: LifeCycleModule...) {
        self = modules.reduce(into: []) { $0.formUnion(ModuleSet(ModuleRange($1))) }
    }

    static let productStage = ModuleSet(.productStage)
    static let endOfLifeAndBeyond = ModuleSet(.c1, .c2, .c3, .c4, .d)
    static let outsideEN15804 = ModuleSet(.a0, .b8)

    var modules: [LifeCycleModule] {
        LifeCycleModule.allCases.enumerated().filter { rawValue & 1 << $0.offset != 0 }.map(\.element)
    }

    /// As in `A4 and C1`.
    var written: String { modules.map(\.rawValue).inWords }
}

extension [String] {
    /// As in `GWP-total, AP and ODP`.
    var inWords: String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
