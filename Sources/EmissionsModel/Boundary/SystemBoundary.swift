/// What the figures include.
public struct SystemBoundary: ModelRecord {
    public var extent: BoundaryExtent?
    /// The processes of each life-cycle stage that are in.
    public var processesDescription: String?
    public var packagingIncluded: Bool?
    /// In percent of all emissions.
    public var exemptedShare: ExactDecimal?
    public var exemptedDescription: String?
    public init() {}
}

public enum BoundaryExtent: String, Sendable, CaseIterable {
    case gateToGate = "gate-to-gate"
    case cradleToGate = "cradle-to-gate"
    case cradleToGrave = "cradle-to-grave"
}

/// Where a footprint holds. One answer only: a country excludes a region.
public enum Geography: Hashable, Sendable {
    case global
    /// A UN region or subregion.
    case region(String)
    /// ISO 3166-1 alpha-2.
    case country(String)
    /// ISO 3166-2.
    case subdivision(String)
}

/// A module of the life cycle (EN 15804, 6.2; A0 and B8 are EN 15978's).
public enum LifeCycleModule: String, Sendable, CaseIterable, Comparable {
    case a0 = "A0"
    case a1 = "A1", a2 = "A2", a3 = "A3", a4 = "A4", a5 = "A5"
    case b1 = "B1", b2 = "B2", b3 = "B3", b4 = "B4", b5 = "B5", b6 = "B6", b7 = "B7", b8 = "B8"
    case c1 = "C1", c2 = "C2", c3 = "C3", c4 = "C4"
    case d = "D"

    public static func < (a: LifeCycleModule, b: LifeCycleModule) -> Bool { a.position < b.position }
}

extension LifeCycleModule {
    private static let all = allCases

    /// Reads `A1`.
    init?(code: UnsafeBufferPointer<UInt8>) {
        guard code.count == 2 else {
            guard code.count == 1, code[0] == UInt8(ascii: "D") else { return nil }
            self = .d
            return
        }
        let digit = Int(code[1]) - 0x30
        switch code[0] {
        case UInt8(ascii: "A") where 0...5 ~= digit: self = Self.all[digit]
        case UInt8(ascii: "B") where 1...8 ~= digit: self = Self.all[LifeCycleModule.b1.position + digit - 1]
        case UInt8(ascii: "C") where 1...4 ~= digit: self = Self.all[LifeCycleModule.c1.position + digit - 1]
        default: return nil
        }
    }
}

extension LifeCycleModule: PositionedCase {
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
