/// A company or person in a filing.
public struct Party: ModelRecord {
    /// An EORI number in CBAM.
    public var identifier: String?
    public var name: String?
    public var address = Address()
    public init() {}
}

/// Who files.
public struct Declarant: ModelRecord {
    public var identifier: String?
    public var name: String?
    public var role: DeclarantRole?
    public var address = Address()
    public init() {}
}

/// In which role the declarant files (CBAM `Role`).
public enum DeclarantRole: String, Sendable, CaseIterable {
    case importer = "importer"
    case representative = "representative"
    /// Importer for some goods, representative for others.
    case both = "both"
}

/// A postal address, and for a site its plot and place on the map.
public struct Address: ModelRecord {
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var subdivision: String?
    public var city: String?
    public var street: String?
    public var streetAdditional: String?
    public var number: String?
    public var postcode: String?
    public var poBox: String?
    public init() {}
}

/// The owner of a footprint's data.
public struct Company: ModelRecord {
    public var name: String?
    /// URNs.
    public var identifiers: [String] = []
    public init() {}
}

/// Someone to ask.
public struct Contact: ModelRecord {
    public var name: String?
    public var phone: String?
    public var email: String?
    public init() {}
}
