import EmissionsModel

/// The versions of `io.catenax.pcf` that are read; each file says its own in `specVersion`.
enum CatenaXVersion: String, CaseIterable {
    case v4 = "4.0.1", v5 = "5.0.0", v6 = "6.0.0", v7 = "7.0.0", v8 = "8.0.0", v9 = "9.0.0"

    /// The three ways of nesting a footprint.
    enum Shape {
        /// Up to 7: names of PACT 2, and figures for one unit.
        case flatWithOldNames
        /// 8: names of PACT 3, and figures for the declared amount.
        case flat
        /// 9: the same, and each object in a list of one.
        case nested
    }

    var shape: Shape {
        switch self {
        case .v4, .v5, .v6, .v7: .flatWithOldNames
        case .v8: .flat
        case .v9: .nested
        }
    }

    /// What a version of each shape is taken for where a file does not say.
    init(_ shape: Shape) {
        switch shape {
        case .flatWithOldNames: self = .v7
        case .flat: self = .v8
        case .nested: self = .v9
        }
    }

    static let prefix = "urn:io.catenax.pcf:datamodel:version:"
    var specVersion: String { Self.prefix + rawValue }
    var generation: FootprintGeneration { shape == .flatWithOldNames ? .second : .third }

    /// The version that `specVersion` names; also as the name of the aspect model, and as the version of PACT that the
    /// samples up to 5 have there.
    init?(specVersion text: String) {
        let number: Substring
        if let range = text.lastColon, text.lowercased().hasPrefix("urn:") {
            number = text[text.index(after: range)...]
        } else {
            number = text.hasPrefix("2.") ? "4" : Substring(text)
        }
        guard let major = number.split(whereSeparator: { $0 == "." || $0 == "#" }).first,
            let known = Self.allCases.first(where: { $0.rawValue.prefix(1) == major })
        else { return nil }
        self = known
    }
}

extension String {
    fileprivate var lastColon: Index? { lastIndex(of: ":") }
}
