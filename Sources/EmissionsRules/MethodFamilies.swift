import EmissionsModel

/// Which sets of characterization factors some results go by.
struct MethodFamilies: OptionSet, Sendable {
    let rawValue: UInt8

    static let en15804A1 = MethodFamilies(rawValue: 1)
    /// Of any edition.
    static let environmentalFootprint = MethodFamilies(rawValue: 1 << 1)
    static let ef30 = MethodFamilies(rawValue: 1 << 2)
    static let ef31 = MethodFamilies(rawValue: 1 << 3)
    static let traci = MethodFamilies(rawValue: 1 << 4)
    static let other = MethodFamilies(rawValue: 1 << 5)
}

extension CharacterizationMethod {
    var family: MethodFamilies {
        switch self {
        case .en15804A1: .en15804A1
        case .ef30: [.environmentalFootprint, .ef30]
        case .ef31: [.environmentalFootprint, .ef31]
        case .ef3, .ef20: .environmentalFootprint
        case .traci10, .traci20, .traci21, .traci22: .traci
        default: .other
        }
    }
}

extension MethodFamilies {
    /// Of the editions of the Environmental Footprint, the one that is used where it is one only.
    var onlyEdition: MethodFamilies? {
        switch (contains(.ef30), contains(.ef31)) {
        case (true, false): .ef30
        case (false, true): .ef31
        default: nil
        }
    }

    /// As in `EN 15804+A1 and EF 3.1`.
    var written: String {
        var names: [String] = []
        if contains(.en15804A1) { names.append("EN 15804+A1") }
        if contains(.ef30) { names.append("EF 3.0") }
        if contains(.ef31) { names.append("EF 3.1") }
        if contains(.environmentalFootprint), !contains(.ef30), !contains(.ef31) { names.append("EF") }
        if contains(.traci) { names.append("TRACI") }
        if contains(.other) { names.append("other methods") }
        return names.inWords
    }
}
