extension OwnSchema {
    /// The schemas that an XSD includes or imports, and those that these do, each once, in the order of their paths.
    var included: [OwnSchema] {
        var found: Set<OwnSchema> = [], waiting = [self]
        while let schema = waiting.popLast() {
            for location in schema.locations {
                guard let other = schema.relative(location), other != self, found.insert(other).inserted else {
                    continue
                }
                waiting.append(other)
            }
        }
        return Self.all.filter(found.contains)
    }

    /// The bytes of the schemas that it includes, by the names that it and they have for them.
    var documents: [String: [UInt8]] {
        included.reduce(into: [:]) { $0[name(of: $1)] = $1.bytes }
    }

    /// What this schema and those around it call another of the same format.
    private func name(of other: OwnSchema) -> String {
        other.version == version ? other.name : "../\(other.version)/\(other.name)"
    }

    /// The schema that stands at a location, seen from this one.
    private func relative(_ location: String) -> OwnSchema? {
        Self.all.first { $0.format == format && name(of: $0) == location }
    }

    /// Where an XSD says that others stand.
    private var locations: [String] {
        guard name.hasSuffix(".xsd") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "schemaLocation=\"").dropFirst()
            .compactMap { $0.split(separator: "\"", maxSplits: 1).first.map(String.init) }
    }
}
