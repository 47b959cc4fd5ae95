import EmissionsDiagnostics
import EmissionsModel

/// Compares one record as two submissions say it, field by field in the order of the model.
struct RecordComparison {
    typealias Kind = Difference.Kind

    let a: ComparedRecord, b: ComparedRecord
    private(set) var differences: [Difference] = []
    private var unreadable: (a: UnreadableValues, b: UnreadableValues)
    /// Where values stand that could not be read, by the places of the differences that tell of them.
    private var unreadablePlaces: (a: [FieldPath: SourceLocation], b: [FieldPath: SourceLocation]) = ([:], [:])
    private let per: (a: StatedQuantity.Denominator?, b: StatedQuantity.Denominator?)
    /// How far the ratings of data quality go.
    private let scale: (a: String?, b: String?)
    /// Where a value in carried content stands below the node of its field.
    private var below: (a: [FieldPath: [String]], b: [FieldPath: [String]]) = ([:], [:])
    /// Where what a footprint takes over from its good is said.
    private var inherited: (a: [FieldPath: FieldPath], b: [FieldPath: FieldPath]) = ([:], [:])

    /// How two records differ; those that are the same in other words are listed as such, with their places only where
    /// that is asked for.
    static func differences(_ a: ComparedRecord, _ b: ComparedRecord, isStrict: Bool) -> [Difference] {
        var comparison = RecordComparison(a, b)
        comparison.run()
        for index in comparison.differences.indices where isStrict || comparison.differences[index].kind != .respelled {
            comparison.locate(index)
        }
        return comparison.differences
    }

    private init(_ a: ComparedRecord, _ b: ComparedRecord) {
        (self.a, self.b) = (a, b)
        unreadable = (UnreadableValues(a.unreadable()), UnreadableValues(b.unreadable()))
        scale = (Self.scale(a), Self.scale(b))
        per = (
            a.footprint.flatMap { StatedQuantity.Denominator($0.declaredUnit) },
            b.footprint.flatMap { StatedQuantity.Denominator($0.declaredUnit) }
        )
    }

    /// Ratings run to 3 in the second generation of footprints and to 5 in the third, so that equal digits are not the same.
    private static func scale(_ record: ComparedRecord) -> String? {
        let version = record.footprint?.identity.specificationVersion
        return switch version.flatMap({ FootprintGeneration(specificationVersion: $0) }) {
        case .second: "of 3"
        case .third: "of 5"
        case nil: nil
        }
    }

    private mutating func run() {
        let (x, y) = records()
        if !unreadable.a.isEmpty || !unreadable.b.isEmpty || !isSame(x, y) {
            compare(x, y, FieldPath(), FieldPath())
            noteUnreadable()
            differences = Counterparts.settle(differences, a, b)
            leaveToTheGood()
        }
    }

    private mutating func locate(_ index: Int) {
        locate(&differences[index].a, a, inherited.a, unreadablePlaces.a, below.a)
        locate(&differences[index].b, b, inherited.b, unreadablePlaces.b, below.b)
    }

    /// What is compared: a footprint that belongs to a good says what the good says of it where the other stands alone.
    private mutating func records() -> (any ModelRecord, any ModelRecord) {
        guard let x = a.footprint, let y = b.footprint, (a.good == nil) != (b.good == nil) else {
            return (a.record, b.record)
        }
        var (left, right) = (x, y)
        if let good = a.good { inherited.a = left.inherit(good.commodity) }
        if let good = b.good { inherited.b = right.inherit(good.commodity) }
        return (left, right)
    }

    /// What was taken over from a good and is not in the other file is the good's to tell.
    private mutating func leaveToTheGood() {
        differences.removeAll {
            $0.kind == .removed && inherited.a[$0.a.path] != nil || $0.kind == .added && inherited.b[$0.b.path] != nil
        }
    }

    private func isSame(_ x: any ModelRecord, _ y: any ModelRecord) -> Bool { AnyHashable(x) == AnyHashable(y) }

    /// Whether a record says something else with other records beside it: for which amount, or on which scale.
    private static func dependsOnOthers(_ record: any ModelRecord) -> Bool {
        record is ProductFootprint || record is DeclaredUnit || record is GreenhouseGasFigures
            || record is LandUseFigures || record is CarbonContent || record is CarbonCapture || record is DataQuality
    }

    private mutating func compare(_ x: any ModelRecord, _ y: any ModelRecord, _ p: FieldPath, _ q: FieldPath) {
        if unreadable.a.isEmpty, unreadable.b.isEmpty, !Self.dependsOnOthers(x), isSame(x, y) { return }
        let children = zip(Mirror(reflecting: x).children, Mirror(reflecting: y).children)
        for (mine, other) in children {
            guard let name = mine.label, !(x is ImportedGood && name == "footprints") else { continue }
            compare(mine.value, other.value, name, of: x, y, p.appending(name), q.appending(name))
        }
    }

    private mutating func compare(
        _ x: Any, _ y: Any, _ name: String, of mine: any ModelRecord, _ other: any ModelRecord, _ p: FieldPath,
        _ q: FieldPath
    ) {
        switch (x, y) {
        case (let x as any ModelRecord, let y as any ModelRecord): compare(x, y, p, q)
        case (let x as [Carried], let y as [Carried]): compare(CarriedLeaves(x), CarriedLeaves(y), p, q)
        case (let x as [any ModelRecord], let y as [any ModelRecord]):
            let pairs = ListPairing(x, y)
            for (i, j) in pairs.both where !isSame(x[i], y[j]) {
                compare(x[i], y[j], p.appending(.index(i)), q.appending(.index(j)))
            }
            for i in pairs.onlyA { compare(only: x[i], x[i].emptied, p.appending(.index(i)), q) }
            for j in pairs.onlyB { compare(only: y[j].emptied, y[j], p, q.appending(.index(j))) }
        case (let x as [any Hashable], let y as [any Hashable]):
            let pairs = ListPairing(values: x, y)
            if pairs.onlyA.count == 1, pairs.onlyB.count == 1, let i = pairs.onlyA.first, let j = pairs.onlyB.first {
                return note(.changed, p.appending(.index(i)), x[i], q.appending(.index(j)), y[j])
            }
            for i in pairs.onlyA { note(.removed, p.appending(.index(i)), x[i], q, nil) }
            for j in pairs.onlyB { note(.added, p, nil, q.appending(.index(j)), y[j]) }
        default:
            let (x, y) = (Self.leaf(x), Self.leaf(y))
            if x is CarriedContent || y is CarriedContent {
                compare(CarriedLeaves(x as? CarriedContent), CarriedLeaves(y as? CarriedContent), p, q)
            } else {
                compare(x, y, name, mine, other, p, q)
            }
        }
    }

    /// What an item of a list says that the other file does not have.
    private mutating func compare(only x: any ModelRecord, _ y: any ModelRecord, _ p: FieldPath, _ q: FieldPath) {
        let start = differences.count
        compare(x, y, p, q)
        for index in differences.indices[start...] {
            differences[index].item = differences[index].kind == .added ? q : p
        }
    }

    /// The value in an optional.
    private static func leaf(_ value: Any) -> (any Hashable)? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value as? any Hashable }
        return mirror.children.first?.value as? any Hashable
    }

    private mutating func compare(
        _ x: (any Hashable)?, _ y: (any Hashable)?, _ name: String, _ mine: any ModelRecord, _ other: any ModelRecord,
        _ p: FieldPath, _ q: FieldPath
    ) {
        if noteUnreadable(x, y, name, mine, other, p, q) { return }
        let quantities = (
            x.flatMap { quantity($0, name, of: mine, p, per.a, scale.a) },
            y.flatMap { quantity($0, name, of: other, q, per.b, scale.b) }
        )
        guard let x, let y else {
            let isImplied = x is FigureBasis && !a.hasRead(p) || y is FigureBasis && !b.hasRead(q)
            if x != nil || y != nil, !isImplied {
                note(x == nil ? .added : .removed, p, x, q, y, quantities)
            }
            return
        }
        if let left = quantities.0, let right = quantities.1 {
            switch StatedQuantity.compare(left, right) {
            case .different(let change): note(.changed, p, x, q, y, quantities, change)
            case .incomparable: note(.changed, p, x, q, y, quantities)
            case .same:
                let isSpelledAlike = left.amount == right.amount && left.unitWords == right.unitWords
                if !isSpelledAlike { note(.respelled, p, x, q, y, quantities) }
            }
            return
        }
        switch Likeness(x, y) {
        case .same: return
        case .sameValue: note(.respelled, p, x, q, y)
        case .different: note(isOnlyWording(x, y, p) ? .respelled : .changed, p, x, q, y)
        }
    }

    private func quantity(
        _ value: any Hashable, _ name: String, of record: any ModelRecord, _ path: FieldPath,
        _ denominator: StatedQuantity.Denominator?, _ scale: String?
    ) -> StatedQuantity? {
        var quantity = StatedUnits.quantity(value, name, of: record)
        if ProductFootprint.figurePaths.contains(path) { quantity?.denominator = denominator }
        if record is DataQuality, quantity?.unit == nil, let scale {
            quantity?.unit = scale
            quantity?.dimension = scale
        }
        return quantity
    }

    /// Whether two values differ, and what they say with the fields around them does not.
    private func isOnlyWording(_ x: any Hashable, _ y: any Hashable, _ path: FieldPath) -> Bool {
        if StatedUnits.isSameDimension(x, y) { return true }
        if x is FigureBasis, [a, b].allSatisfy({ $0.footprint?.declaredUnit.amount?.equals(1) ?? false }) {
            return true
        }
        if x is FigureBasis { return per.a != nil && per.a?.unit.base.unit == per.b?.unit.base.unit }
        if let x = x as? VerificationCoverage, let y = y as? VerificationCoverage {
            // One word in PACT 2, another in PACT 3.
            return Set([x, y]) == [.footprintSystem, .footprintProgram]
        }
        guard path == FieldPath(\ProductFootprint.identity.specificationVersion) else { return false }
        return [x, y].allSatisfy { version in
            // Also `urn:…:7.0.0`.
            let number = (version as? String)?.split(separator: ":").last
            return number?.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 &- 0x30 <= 9 } ?? false
        }
    }

    private mutating func compare(_ x: CarriedLeaves, _ y: CarriedLeaves, _ p: FieldPath, _ q: FieldPath) {
        for leaf in x.values { below.a[p.appending(leaf.path)] = leaf.steps }
        for leaf in y.values { below.b[q.appending(leaf.path)] = leaf.steps }
        for leaf in x.values {
            guard let other = y[leaf.key] else {
                note(.removed, p.appending(leaf.path), leaf.text, q, nil)
                continue
            }
            if leaf.isNumber == other.isNumber, leaf.text == other.text { continue }
            compare(leaf, other, p.appending(leaf.path), q.appending(other.path))
        }
        for leaf in y.values where x[leaf.key] == nil { note(.added, p, nil, q.appending(leaf.path), leaf.text) }
    }

    private mutating func compare(_ x: CarriedLeaves.Leaf, _ y: CarriedLeaves.Leaf, _ p: FieldPath, _ q: FieldPath) {
        guard let left = x.quantity, let right = y.quantity else { return note(.changed, p, x.text, q, y.text) }
        switch StatedQuantity.compare(left, right) {
        case .different(let change): note(.changed, p, x.text, q, y.text, (left, right), change)
        case .same, .incomparable: note(.respelled, p, x.text, q, y.text)
        }
    }

    /// Says that a field can't be compared, where it could not be read in one file or both.
    private mutating func noteUnreadable(
        _ x: (any Hashable)?, _ y: (any Hashable)?, _ name: String, _ mine: any ModelRecord, _ other: any ModelRecord,
        _ p: FieldPath, _ q: FieldPath
    ) -> Bool {
        let (left, right) = (unreadable.a.take(p), unreadable.b.take(q))
        guard left != nil || right != nil else { return false }
        (unreadablePlaces.a[p], unreadablePlaces.b[q]) = (left?.location, right?.location)
        let quantities = (
            left == nil ? x.flatMap { quantity($0, name, of: mine, p, per.a, scale.a) } : nil,
            right == nil ? y.flatMap { quantity($0, name, of: other, q, per.b, scale.b) } : nil
        )
        note(.unreadable, p, left?.text ?? x, q, right?.text ?? y, quantities)
        return true
    }

    /// Values that could not be read and whose fields were not compared, such as items of lists.
    private mutating func noteUnreadable() {
        while let path = unreadable.a.nextPlace() ?? unreadable.b.nextPlace() {
            _ = noteUnreadable(nil, nil, "", SubmissionHeader(), SubmissionHeader(), path, path)
        }
    }

    private mutating func note(
        _ kind: Kind, _ p: FieldPath, _ x: (any Hashable)?, _ q: FieldPath, _ y: (any Hashable)?,
        _ quantities: (StatedQuantity?, StatedQuantity?) = (nil, nil), _ change: RelativeChange? = nil
    ) {
        differences.append(
            Difference(
                kind: kind,
                a: .init(path: p, value: text(x, quantities.0), unit: quantities.0?.unitWords, location: nil),
                b: .init(path: q, value: text(y, quantities.1), unit: quantities.1?.unitWords, location: nil),
                change: change,
                isFigure: quantities.0?.unit != nil && quantities.0?.unit != scale.a
                    && p != FieldPath(\ProductFootprint.declaredUnit.amount)))
    }

    private func text(_ value: (any Hashable)?, _ quantity: StatedQuantity?) -> String? {
        value.map {
            quantity?.amount.description
                ?? (($0 as? Geography)?.words ?? ($0 as? CrossSectoralStandard)?.words ?? words($0))
        }
    }

    private func locate(
        _ side: inout Difference.Side, _ record: ComparedRecord, _ inherited: [FieldPath: FieldPath],
        _ unreadable: [FieldPath: SourceLocation], _ below: [FieldPath: [String]]
    ) {
        if let location = unreadable[side.path] {
            side.location = location
        } else if let origin = inherited[side.path] {
            side.location = record.source.location(of: origin)
        } else {
            side.location = record.location(of: side.path, below[side.path] ?? [])
        }
    }
}

extension CrossSectoralStandard {
    fileprivate var words: String {
        switch self {
        case .pact(let name), .other(let name): name
        default: "\(self)"
        }
    }
}
