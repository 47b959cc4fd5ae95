import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct PartLeavesTests {
    private static func parts(seed: Int, fullness: Int = 100) throws -> [SubmissionPart] {
        try ReadFile(ContentGenerator.file(seed: seed, fullness: fullness), as: .emx).parts
    }

    @Test(arguments: 0..<40) func theTablesFindEveryValueThatTheModelHas(seed: Int) throws {
        for part in try Self.parts(seed: seed, fullness: seed % 4 * 30 + 10) {
            let table = PathTable()
            let found = PartLeaves(part, table)
            let expected = MirroredLeaves(part).leaves
            #expect(found.pathsOfValues.map { table[$0] } == expected.map(\.path))
            let values = found.values.map { erased($0.any) }
            #expect(values == expected.map(\.value))
        }
    }

    @Test(arguments: 0..<10) func whatIsBelowAPathIsFoundByIt(seed: Int) throws {
        for part in try Self.parts(seed: seed, fullness: 70) {
            let table = PathTable()
            let leaves = PartLeaves(part, table)
            let all = leaves.pathsOfValues.map { table[$0] }
            for path in Set(all.flatMap { [$0, $0.parent].compactMap { $0 } }) {
                let below = leaves.under(table.path(path)).map { table[leaves.pathsOfValues[$0]] }
                #expect(below == all.filter { $0.hasPrefix(path) })
            }
        }
    }

    @Test func insideOfAValueTheWholeValueIsFound() {
        var footprint = ProductFootprint()
        footprint.figures.fossil = Emissions(ExactDecimal(2), .tonnesCO2e)
        let table = PathTable()
        let leaves = PartLeaves(.footprint(footprint), table)
        let values = leaves.under(table.path(FieldPath(\ProductFootprint.figures.fossil).appending("unit")))
        #expect(values.map { leaves.values[$0] } == [.emissions(Emissions(ExactDecimal(2), .tonnesCO2e))])
    }
}

private func erased(_ value: any Hashable) -> AnyHashable { AnyHashable(value) }

/// The values of a part as the language itself knows its properties, so that none that is new can be forgotten.
private struct MirroredLeaves {
    private(set) var leaves: [(path: FieldPath, value: AnyHashable)] = []

    init(_ part: SubmissionPart) {
        switch part {
        case .header(let header): collect(header, at: FieldPath())
        case .good(let good): collect(good, at: FieldPath())
        case .footprint(let footprint): collect(footprint, at: FieldPath())
        }
    }

    private mutating func collect(_ value: Any, at path: FieldPath) {
        let mirror = Mirror(reflecting: value)
        if value is [Carried] { return }
        if value is any ModelRecord {
            for child in mirror.children { collect(child.value, at: path.appending(child.label ?? "")) }
        } else if mirror.displayStyle == .optional {
            if let some = mirror.children.first { collect(some.value, at: path) }
        } else if mirror.displayStyle == .collection {
            for (index, item) in mirror.children.enumerated() { collect(item.value, at: path.appending(.index(index))) }
        } else if let leaf = value as? any Hashable {
            leaves.append((path, AnyHashable(leaf)))
        } else {
            Issue.record("\(path) has a value that can't be compared")
        }
    }
}
