/// Something that is described elsewhere, such as an organisation, a document or another data set, and what it is
/// called here.
public struct Reference: ModelRecord {
    public var kind: ReferenceKind?
    /// A UUID in ILCD; in openEPD what the registry knows it by.
    public var identifier: String?
    /// As its publisher counts, such as `00.00.002`.
    public var version: String?
    /// A URI, which may be relative to the file.
    public var address: String?
    /// The internet domain of an organisation (openEPD `web_domain`).
    public var domain: String?
    public var names: [LocalizedText] = []
    public init() {}
}

/// What a reference leads to (ILCD `GlobalReferenceTypeValues`).
public enum ReferenceKind: String, Sendable, CaseIterable {
    case source, process, flow
    case flowProperty = "flow property"
    case unitGroup = "unit group"
    case contact
    case impactMethod = "LCIA method"
    case other
}
