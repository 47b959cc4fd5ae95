import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// No value can be changed without a difference.
@Suite struct DifferenceMutationTests {
    private static let json = Sample.all.filter { $0.path.hasSuffix(".json") }

    @Test(arguments: json) func everyValueThatIsChangedIsFound(_ sample: Sample) throws {
        let format = try #require(Format.named(sample.format))
        let bytes = try sample.bytes()
        var reader = JSONReader(ByteSource(bytes)), tree = SourceTree()
        _ = try reader.next(into: &tree)
        let leaves = tree.values().filter {
            !Self.isAboutTheFormat(tree, $0) && (sample.format != "aas-pcf" || !Self.isAboutTheElement(tree, $0))
        }
        // Of a big sample every seventh value will do.
        for leaf in leaves.enumerated().filter({ leaves.count < 200 || $0.offset % 7 == 0 }).map(\.element) {
            let place = tree.location(of: leaf)
            var changed = bytes
            if tree.kind(of: leaf) == .bool {
                let other = tree.text(of: leaf) == "true" ? "false" : "true"
                changed.replaceSubrange(place.byteOffset..<place.byteOffset + place.length, with: Array(other.utf8))
            } else {
                let end = place.byteOffset + place.length - (tree.kind(of: leaf) == .text ? 1 : 0)
                changed.insert(UInt8(ascii: "7"), at: end)
            }
            let found = try differences(bytes, changed, as: format, format)
            // Some numbers are no numbers any more.
            #expect(found.report.summary.differs || !found.report.isWhole, "\(place) \(tree.text(of: leaf))")
        }
    }

    /// What an element of a shell is and means stands in its template, too, and is no difference in what it says.
    private static func isAboutTheElement(_ tree: SourceTree, _ leaf: SourceTree.NodeID) -> Bool {
        let names: Set = [
            "modelType", "idShort", "kind", "valueType", "typeValueListElement", "valueTypeListElement", "contentType",
            "semanticId", "displayName", "valueId",
        ]
        // Nor are the version of an identifier (`#003`), and the words behind the code of a phase.
        let text = tree.text(of: leaf)
        if text.hasPrefix("0173-1#07") || text.split(separator: " - ").count > 1 { return true }
        return sequence(first: leaf) { tree.parent(of: $0) }.contains { names.contains(tree.name(of: $0)) }
    }

    /// Versions say how a file is written, which is no difference in what it says.
    private static func isAboutTheFormat(_ tree: SourceTree, _ leaf: SourceTree.NodeID) -> Bool {
        [
            "emx", "specVersion", "specificationVersion", "openepd_version", "formatVersion", "typeOfDataSet",
            "version", "{http://www.indata.network/EPD/2019}epd-version",
        ].contains(tree.name(of: leaf))
            && tree.parent(of: leaf).map { tree.name(of: $0) != "extensions" } ?? true
    }
}
