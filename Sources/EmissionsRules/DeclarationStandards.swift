import EmissionsModel

/// A standard that declarations say they follow, or an edition of one.
enum DeclaredStandard: String, Sendable, CaseIterable {
    case en15804A1 = "EN 15804+A1"
    /// By either edition of the Environmental Footprint.
    case en15804A2 = "EN 15804+A2"
    case iso14025 = "ISO 14025"
    case iso21930 = "ISO 21930"
}

extension DeclaredStandard {
    /// By the identifiers that InData gives them, or by name.
    init?(_ system: EmissionsModel.Reference) {
        switch system.identifier {
        case "b00f9ec0-7874-11e3-981f-0800200c9a66": self = .en15804A1
        case StandardIdentifiers.a2EF30, StandardIdentifiers.a2EF31: self = .en15804A2
        case "4f2eb655-6e44-4874-a95a-e28f5442cd4d": self = .iso14025
        case "9c1e8451-2321-4498-b459-b6568b6b6547": self = .iso21930
        default:
            guard let named = system.names.lazy.compactMap({ $0.text.flatMap(Self.init(named:)) }).first else {
                return nil
            }
            self = named
        }
    }

    private init?(named text: String) {
        if text.contains("15804") {
            guard
                let edition: DeclaredStandard = text.contains("A2")
                    ? .en15804A2 : text.contains("A1") ? .en15804A1 : nil
            else { return nil }
            self = edition
        } else if text.contains("21930") {
            self = .iso21930
        } else if text.contains("14025") {
            self = .iso14025
        } else {
            return nil
        }
    }
}

/// Identifiers that InData gives the two ways to comply with EN 15804+A2.
enum StandardIdentifiers {
    static let a2EF30 = "c0016b33-8cf7-415c-ac6e-deba0d21440d"
    static let a2EF31 = "d4aa3ec7-b1d7-4a4a-a6cb-37af88dcc902"
}

/// An edition of EN 15804, with what it asks for.
enum EN15804: Sendable { case a1, a2 }

extension ProductFootprint {
    /// Whether there is something of an environmental product declaration in it.
    var isDeclaration: Bool {
        !results.isEmpty || declaration.kind != nil || declaration.registrationNumber != nil
            || !declaration.compliance.isEmpty
    }

    /// Whether its data is generic or a template, which no programme verifies and publishes as a declaration.
    var isBackgroundData: Bool { declaration.kind == .generic || declaration.kind == .template }

    /// Whether its declared unit is that of a flow whose data set is not at hand.
    var hasUnitElsewhere: Bool {
        declaredUnit.unit == nil && declaredUnit.otherUnit == nil && !declaration.referenceFlow.flow.isEmpty
    }

    func declares(_ standard: DeclaredStandard) -> Bool {
        declaration.compliance.contains { DeclaredStandard($0.system) == standard }
    }

    /// Which edition of EN 15804 it goes by: that of its impacts; where they are of both or of neither, that which it
    /// says it complies with, and of two the later.
    func edition(_ index: ResultIndex) -> EN15804? {
        switch (index.methods.contains(.en15804A1), index.methods.contains(.environmentalFootprint)) {
        case (true, false): return .a1
        case (false, true): return .a2
        case (let both, _):
            if declares(.en15804A2) { return .a2 }
            return declares(.en15804A1) ? .a1 : both ? .a2 : nil
        }
    }
}

extension DeclaredStandard {
    /// Whether impacts by `methods` can be of it; `nil` where it leaves the methods open.
    func allows(_ methods: MethodFamilies) -> Bool? {
        switch self {
        case .en15804A1: methods.contains(.en15804A1)
        case .en15804A2: methods.contains(.environmentalFootprint)
        case .iso14025, .iso21930: nil
        }
    }
}

extension EN15804 {
    var written: String {
        switch self {
        case .a1: DeclaredStandard.en15804A1.rawValue
        case .a2: DeclaredStandard.en15804A2.rawValue
        }
    }
}
