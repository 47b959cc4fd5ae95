import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// A part that was written, as its own format reads it. A class, since it is big and asked for every value.
final class Echo {
    let adapted: SubmissionPart
    let moves: NumberedMoves
    let part: SubmissionPart
    /// The nodes that each field was read back from.
    private let nodes: FieldNodes
    private let tree: SourceTree
    /// The same, with what it remembers of places that were asked for.
    private var places: SourceTree
    /// Which nodes are in an extension of the format alone; empty where none is.
    private let kept: [Bool]
    private let shift: (from: OutputPlace, to: OutputPlace)

    typealias NodeID = SourceTree.NodeID

    init(_ written: Accounting.WrittenPart, _ target: Format, _ paths: PathTable) {
        (adapted, moves) = (written.adapted.part, NumberedMoves(written.adapted.moves, paths))
        var from = OutputPlace()
        var reader: any SubmissionReader
        switch written.document {
        case .file(let bytes, let start):
            from.advance(over: bytes, upTo: start)
            shift = (from, written.start)
            reader = target.reader(ByteSource(bytes), .ample)
        case .package(let package):
            shift = (from, from)
            reader = target.reader(package, .ample) ?? target.reader(ByteSource([]), .ample)
        }
        var log = ReadLog(SourceTree())
        var part = adapted.emptied
        while let read = try? reader.next(&log) {
            guard read.isLike(part) else { continue }
            part = read
            break
        }
        log.share(paths)
        nodes = log.nodesOfPaths()
        kept = log.keptNodes()
        (tree, places, self.part) = (log.tree, log.tree, part)
    }

    /// Whether the field is spelled so in the output; `nil` where the output has no single value for it.
    func isSpelled(_ text: UnsafeBufferPointer<UInt8>, _ path: PathTable.ID) -> Bool? {
        guard var position = nodes.first(path) else { return nil }
        var isFound = false
        while true {
            let node = nodes.node(at: position)
            guard tree.isLeaf(node) else { return nil }
            isFound = isFound || tree.withText(of: node) { $0.elementsEqual(text) }
            guard let next = nodes.next(after: position) else { return isFound }
            position = next
        }
    }

    /// Whether the output says it in an extension of its format alone.
    func isKept(_ path: PathTable.ID) -> Bool {
        guard !kept.isEmpty, var position = nodes.first(path) else { return false }
        while true {
            guard kept[nodes.node(at: position)] else { return false }
            guard let next = nodes.next(after: position) else { return true }
            position = next
        }
    }

    func location(of path: PathTable.ID) -> SourceLocation? {
        guard let node = nodes.first(path).map({ nodes.node(at: $0) }) else { return nil }
        var place = places.location(of: node)
        if place.line == shift.from.line { place.column += shift.to.column - shift.from.column }
        place.line += shift.to.line - shift.from.line
        place.byteOffset += shift.to.offset - shift.from.offset
        place.address = nil
        return place
    }
}

extension SubmissionPart {
    func isLike(_ other: SubmissionPart) -> Bool {
        switch (self, other) {
        case (.header, .header), (.good, .good), (.footprint, .footprint): true
        default: false
        }
    }

    var emptied: SubmissionPart {
        switch self {
        case .header: .header(SubmissionHeader())
        case .good: .good(ImportedGood())
        case .footprint: .footprint(ProductFootprint())
        }
    }

    /// What other formats left behind, by where it stands.
    func carried() -> [FieldPath: Carried] {
        var found: [FieldPath: Carried] = [:]
        func add(_ list: [Carried], _ place: FieldPath) {
            for (index, item) in list.enumerated() { found[place.appending("carried").appending(.index(index))] = item }
        }
        switch self {
        case .header(let header): add(header.carried, FieldPath())
        case .footprint(let footprint): add(footprint.carried, FieldPath())
        case .good(let good):
            add(good.carried, FieldPath())
            for (index, footprint) in good.footprints.enumerated() {
                add(footprint.carried, FieldPath([.name("footprints"), .index(index)]))
            }
        }
        return found
    }
}

extension Limits {
    /// What came through the limits on the way in is not refused on the way back.
    fileprivate static let ample: Limits = {
        var limits = Limits()
        (limits.depth, limits.columns, limits.attributes) = (4096, 100_000, 10_000)
        (limits.tokenBytes, limits.recordBytes, limits.recordValues) = (1 << 30, 1 << 30, 1 << 30)
        return limits
    }()
}
