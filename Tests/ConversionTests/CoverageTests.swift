import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsSyntax
import TestSupport
import Testing

/// The samples named `everything…` use every row of every field table, so that a row that goes missing is missed.
@Suite struct CoverageTests {
    static let everything = Sample.all.filter { $0.name.hasPrefix("everything") }

    @Test(arguments: everything) func everyValueOfTheFullSamplesIsUnderstood(_ sample: Sample) throws {
        let format = try #require(Format.named(sample.format))
        var reader = format.reader(ByteSource(try sample.bytes()), Limits())
        var log = ReadLog(SourceTree())
        // What a format keeps by rows of its own is understood, too.
        let kept = Set(
            format.tables().flatMap(\.rows).filter { $0.path == "carried" || $0.path == "geography" }
                .compactMap { $0.name.split(separator: ".").last.map(String.init) }
        )
        .union(["ipccCharacterizationFactors"])
        while try reader.next(&log) != nil {
            #expect(log.unread().map { log.tree.addressBelowRoot(of: $0) } == [])
            #expect(log.unreadableNodes().map { log.tree.text(of: $0) } == [])
            let carried = log.fields().filter { $0.path.steps.contains(.name("carried")) }
                .map { log.tree.name(of: $0.node) }.filter { !kept.contains($0) }
            #expect(carried == [] || sample.format.hasPrefix("emx") || Self.keeping.contains(sample.format))
        }
    }

    /// Formats that say what no other does, which is kept for them and has no fields.
    private static let keeping: Set = ["cbam-data-package", "catena-x-cbam", "cbam-template", "untp-dpp"]

    /// A value that was claimed and noted nowhere would pass for a part of the format's own structure.
    @Test(arguments: Sample.all) func everyValueIsNotedAsAField(_ sample: Sample) throws {
        let format = try #require(Format.named(sample.format))
        var reader = format.reader(ByteSource(try sample.bytes()), Limits())
        var log = ReadLog(SourceTree())
        var structure: [String] = []
        while try reader.next(&log) != nil {
            let noted = Set(log.fields().map(\.node) + log.unreadableNodes())
            for value in log.tree.values() {
                let chain = sequence(first: value) { log.tree.parent(of: $0) }
                if !chain.contains(where: noted.contains) { structure.append(log.tree.addressBelowRoot(of: value)) }
            }
        }
        let known = Self.structure[sample.format] ?? []
        #expect(structure.filter { address in !known.contains { address.hasSuffix($0) } } == [])
    }

    /// What a format always writes the same, or the place of a value says already.
    private static let structure: [String: [String]] = [
        "emx": ["/emx"],
        "cbam-data-package": [
            "/@version", "/@schemaVersion", "/PeriodId", "/@count", "/@index", "/Category", "/ElectricityFactor/Unit",
            "/@regulatory", "/@optional", "/@informative",
        ],
        "untp-dpp": ["/@context/0", "/@context/1", "/type/0", "/type/1"],
        // What an element of a shell is and means, which stands in the template as well.
        "aas-pcf": [
            "/modelType", "/idShort", "/kind", "/valueType", "/typeValueListElement", "/valueTypeListElement",
            "/contentType", "/type", "/keys/0/value", "/language", "/text",
        ],
        "ilcd-epd": ["/@version", "/typeOfDataSet", "/@type"],
        "ilcd-epd-json": [
            "/version", "/typeOfDataSet", "/type",
            "/name", "/referenceFlow", "/uuid", "/unitGroupUUID",
            "/referenceFlowProperty",
            "/flowProperties/0/name/0/value", "/flowProperties/0/name/0/lang",
        ],
    ]

    @Test(arguments: Format.all.map(\.name)) func everyRowOfATableIsUsedByAFullSample(_ name: String) throws {
        let format = try #require(Format.named(name))
        var used: Set<String> = []
        for sample in Self.everything where sample.format == name {
            var reader = format.reader(ByteSource(try sample.bytes()), Limits())
            var log = ReadLog(SourceTree())
            while try reader.next(&log) != nil {
                for (path, _) in log.fields() {
                    let pattern = path.withoutPositions
                    used.insert(pattern)
                    used.insert(String(pattern.drop { $0 != "." }.dropFirst()))
                }
            }
        }
        // No sample is a workbook: TemplateTests has the cells of its sheet.
        let rows = format.tables().filter { !$0.title.hasPrefix("Summary_") }.flatMap(\.rows).compactMap(\.path)
        let unused = Set(rows.map { $0.filter { !"[]".contains($0) } }).filter { row in
            !used.contains(row) && !used.contains { $0.hasPrefix(row + ".") }
        }
        #expect(unused.sorted() == [])
    }
}

extension FieldPath {
    fileprivate var withoutPositions: String {
        steps.compactMap { if case .name(let name) = $0 { name } else { nil } }.joined(separator: ".")
    }
}
