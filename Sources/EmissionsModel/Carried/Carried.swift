/// Something a format says that the model has no field for, kept so that the same format can say it again.
public struct Carried: Hashable, Sendable {
    /// The format it was read from, such as `pact`.
    public var format: String
    /// Where it stood below its record, as a JSON Pointer or an XPath.
    public var path: String
    public var content: CarriedContent
    public init(format: String, path: String, content: CarriedContent) {
        (self.format, self.path, self.content) = (format, path, content)
    }
}

/// A value of JSON's kinds, for what has no fields of its own. Numbers keep their text.
public indirect enum CarriedContent: Hashable, Sendable {
    case record([Member])
    case list([CarriedContent])
    case text(String)
    case number(String)
    case bool(Bool)
    case null

    public struct Member: Hashable, Sendable {
        public var name: String
        public var content: CarriedContent
        public init(_ name: String, _ content: CarriedContent) { (self.name, self.content) = (name, content) }
    }
}

/// Data under a schema of its own inside a footprint (PACT `DataModelExtension`).
public struct DataModelExtension: ModelRecord {
    public var specificationVersion: String?
    public var dataSchema: String?
    public var documentation: String?
    public var data: CarriedContent?
    public init() {}
}
