public import EmissionsDiagnostics
import EmissionsModel
public import EmissionsSyntax

extension SheetMapping {
    /// Reads a mapping from YAML.
    ///
    /// - Throws: ``SheetMappingError`` with all that is wrong with it, each at its place.
    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SheetMappingError) {
        let document: YAMLDocument
        do { document = try YAMLDocument(bytes, limits: limits) } catch {
            throw SheetMappingError(diagnostics: [error.diagnostic])
        }
        var reader = SheetMappingReader(document.tree)
        let mapping = reader.read()
        guard reader.problems.isEmpty else { throw SheetMappingError(diagnostics: reader.problems) }
        self = mapping
    }

    /// The same with gases counted by a set of potentials where the mapping names none, such as `AR6`.
    ///
    /// - Returns: `nil` for a set that is not known, and for a mapping that adds up no gases or names another set.
    public func counting(by set: String) -> SheetMapping? {
        guard let set = WarmingPotentialSet(rawValue: set), var gases, gases.set == nil || gases.set == set else {
            return nil
        }
        gases.set = set
        var mapping = self
        mapping.gases = gases
        return mapping
    }

    /// The fields that columns can be, with what each takes.
    public static var fields: [(name: String, kind: String)] {
        SheetFields.header.map { ("header.\($0.name)", $0.kind.expected) }
            + SheetFields.good.map { ("good.\($0.name)", $0.kind.expected) }
            + SheetFields.footprint.map { ($0.name, $0.kind.expected) }
    }
}

/// What is wrong with a mapping.
public struct SheetMappingError: Error, Sendable {
    public var diagnostics: [Diagnostic]
}

extension SheetMapping {
    /// What it maps, in words: `12 columns, 3 constants, a row for each product`.
    public var summary: String {
        let count = columns.count
        var words = "\(count) column\(count == 1 ? "" : "s")"
        if !constants.isEmpty { words += ", \(constants.count) constant\(constants.count == 1 ? "" : "s")" }
        words += ", a row for each \(rows.meaning.rawValue)"
        if let set = gases?.set { words += ", gases counted by \(set.rawValue)" }
        return words
    }
}
