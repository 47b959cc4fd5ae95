import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

/// What holds for the differences of every sample.
@Suite struct DifferenceLawTests {
    @Test(arguments: Sample.all) func aFileDoesNotDifferFromItself(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let found = try differences(bytes, bytes, isStrict: true)
        #expect(found.report.isWhole)
        #expect(found.records.map(\.differences) == [])
        #expect(!found.report.summary.differs)
    }

    /// A conversion and the comparison of what came out with what went in know nothing of each other, and agree.
    @Test(arguments: Sample.all) func aConversionDiffersByWhatItsAccountSays(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for target in Format.all where Self.isKept(sample.format, target.name) {
            for version in target.writtenVersions {
                let (output, report) = try converter(to: target, version: version).convert(bytes)
                let found = try differences(bytes, output, as: Format.named(sample.format), target)
                let name = "\(sample.testDescription) to \(target.name) \(version)"
                #expect(found.report.isWhole, "\(name)")
                let said = Statements(report.losses), seen = Statements(found.records)
                #expect(said.notIn(seen) == [], "\(name): in the account, and no difference")
                // A passport states figures for one unit: to the account another amount is restated, and to who compares
                // it is gone.
                let isPassport = [sample.format, target.name].contains("untp-dpp")
                let untold = seen.notIn(said).filter { !isPassport || !$0.hasSuffix("footprints.declaredUnit.amount") }
                #expect(untold == [], "\(name): a difference, and not in the account")
            }
        }
    }

    /// Declarations are compared with what they are in their own words alone: between words of different make, much of
    /// what is said has moved to the account, and is gone here and new there to who compares.
    private static func isKept(_ source: String, _ target: String) -> Bool {
        let declarations: Set = ["aas-pcf", "ilcd-epd", "ilcd-epd-json", "openepd", "lcax", "oekobaudat-csv"]
        if declarations.contains(source) { return target == source || target == "emx" }
        // Units that their formats fix are in no account, and footprints of one installation are hard to tell apart.
        if source == "catena-x-cbam" || source == "cbam-template" { return target == source || target == "emx" }
        // It names a product, adds up its emissions and says what its quantity is, which is new to who compares.
        if target == "cbam-data-package" { return source == target }
        return !declarations.contains(target)
    }

    /// Whatever is compared with whatever: what is gone one way is new the other way.
    @Test(arguments: Sample.all) func twoFilesMirrorEachOther(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for other in Sample.all {
            let (there, back) = try (
                differences(bytes, other.bytes(), isStrict: true), differences(other.bytes(), bytes, isStrict: true)
            )
            #expect(
                there.records.map(\.statements).sorted { $0.lexicographicallyPrecedes($1) }
                    == back.records.map(\.mirrored.statements).sorted { $0.lexicographicallyPrecedes($1) },
                "\(sample.testDescription) and \(other.testDescription)")
            #expect(there.report.summary.onlyInA == back.report.summary.onlyInB)
            #expect(there.report.summary.differs == back.report.summary.differs)
        }
    }
}

extension RecordDifference {
    /// In words that do not depend on the order of fields, nor on how much a change is, which depends on its direction.
    fileprivate var statements: [String] {
        let record = "\(kind) \(presence) \(a?.place.description ?? "") \(b?.place.description ?? "")"
        return [record]
            + differences.map { difference in
                let sides = [difference.a, difference.b].map { "\($0.value ?? "nothing") \($0.unit ?? "")" }
                let places = [difference.a, difference.b].map { $0.value == nil ? "" : "\($0.path)" }
                return "\(difference.kind) \(places) \(sides) \(difference.change != nil)"
            }.sorted()
    }

    /// The same, seen from the other file.
    fileprivate var mirrored: RecordDifference {
        var mirrored = self
        (mirrored.a, mirrored.b) = (b, a)
        mirrored.presence = presence == .both ? .both : presence == .onlyInA ? .onlyInB : .onlyInA
        mirrored.differences = differences.map { difference in
            var mirrored = difference
            (mirrored.a, mirrored.b) = (difference.b, difference.a)
            mirrored.kind =
                difference.kind == .added ? .removed : difference.kind == .removed ? .added : difference.kind
            return mirrored
        }
        return mirrored
    }
}

/// What is gone, new or changed, by kind and field.
private struct Statements {
    struct Statement { var isAddition: Bool, path: FieldPath }
    var list: [Statement] = []

    init(_ losses: [Loss]) {
        for loss in losses {
            if let path = FieldPath(loss.path) { add(loss.kind == .added, path) }
        }
    }

    init(_ records: [RecordDifference]) {
        for record in records {
            let place = record.a?.place ?? record.b?.place ?? FieldPath()
            if record.presence != .both { add(record.presence == .onlyInB, place) }
            for difference in record.differences { add(difference.kind == .added, place.appending(difference.path)) }
        }
    }

    /// System and code of a classification are one value in most formats, and one cell of a table may keep what
    /// is carried for a good and for its footprints.
    private mutating func add(_ isAddition: Bool, _ path: FieldPath) {
        var path = path.withoutPositions
        if let index = path.steps.firstIndex(of: .name("carried")) {
            path =
                path.steps[0] == .name("goods") ? FieldPath("goods.carried")! : FieldPath(Array(path.steps[...index]))
        }
        if let index = path.steps.firstIndex(of: .name("classifications")) { path.steps.removeSubrange((index + 1)...) }
        if isAddition, Self.unequal.contains(path.description) { return }
        if Self.regrouped.contains(path.description) { return }
        if !isAddition, Self.withoutUnit.contains(path.description) { return }
        list.append(Statement(isAddition: isAddition, path: path))
    }

    /// Where the two may disagree, and why.
    private static let unequal: Set = [
        // The good that a report needs around a footprint is added by its number in the account, and as a record here.
        "footprints.itemNumber", "goods",
        // What only repeats a list is new to the account, and nothing new to who compares.
        "footprints.methodology.characterizationFactors", "footprints.methodology.standardsUsed",
        "goods.footprints.methodology.characterizationFactors", "goods.footprints.methodology.standardsUsed",
        // A customs code is in the source without the name of its system, which the account takes for new.
        "goods.footprints.product.classifications",
        // Two footprints of one good and country that lost their installations can't be told apart: they are only in A
        // and only in B.
        "footprints",
        // What follows from the standard that a source names, or from the name of a rule, is no addition.
        "footprints.boundary.extent", "footprints.methodology.productCategoryRules.publisher",
        "footprints.methodology.productCategoryRules.otherPublisher",
        "goods.footprints.methodology.productCategoryRules.publisher",
        "goods.footprints.methodology.productCategoryRules.otherPublisher", "goods.footprints.boundary.extent",
        // A figure that is kept goes by another name when it stands for another amount.
        "footprints.carried", "goods.carried",
        // A footprint whose unit is none of ours has nothing to be matched by.
        "goods.footprints",
    ]

    /// Lists that one format has in one record, and another in a record for each item.
    private static let regrouped: Set = [
        "footprints.methodology.productCategoryRules.names", "goods.footprints.methodology.productCategoryRules.names",
    ]

    /// An amount whose unit is lost is gone to who compares, and still there for the account.
    private static let withoutUnit: Set = ["footprints.production.produced.supplementaryUnits"]

    /// Those that have nothing to do with any of the others.
    func notIn(_ others: Statements) -> Set<String> {
        Set(
            list.filter { mine in
                !others.list.contains { other in
                    mine.isAddition == other.isAddition
                        && (mine.path.hasPrefix(other.path) || other.path.hasPrefix(mine.path))
                }
            }.map { "\($0.isAddition ? "+" : "-")\($0.path)" })
    }
}

/// How two files in memory differ.
func differences(
    _ a: [UInt8], _ b: [UInt8], as formatA: Format? = nil, _ formatB: Format? = nil, isStrict: Bool = false
) throws -> (records: [RecordDifference], report: DifferenceReport) {
    var options = (a: ReadingOptions(today: testDay), b: ReadingOptions(today: testDay))
    (options.a.format, options.b.format) = (formatA, formatB)
    var comparer = Comparer(options.a, options.b)
    comparer.isStrict = isStrict
    var records: [RecordDifference] = []
    let report = comparer.compare(
        try SourceFile(path: "a", ByteSource(a)), try SourceFile(path: "b", ByteSource(b)), into: { records.append($0) }
    )
    return (records, report)
}
