import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// A part as it was read, with what reading it left behind. A class, since its records share it.
final class ReadPart {
    let part: SubmissionPart
    /// Where it stands in its submission.
    let place: FieldPath
    private var log: ReadLog
    private var exact: Set<FieldPath>?

    init(_ part: SubmissionPart, at place: FieldPath, _ log: ReadLog) {
        (self.part, self.place, self.log) = (part, place, log)
    }

    /// How many bytes of its file it takes.
    var byteCount: Int { log.tree.window.bytes.count }

    /// Where a field was read, or the nearest thing around it.
    func location(of path: FieldPath) -> SourceLocation? {
        log.node(of: path).map { log.tree.location(of: $0) }
    }

    func hasRead(_ path: FieldPath) -> Bool {
        if exact == nil { exact = Set(log.fields().map(\.path)) }
        return exact?.contains(path) ?? false
    }

    /// The values that could not be read, by the fields that they would have filled.
    func unreadable() -> [UnreadableValue] {
        let nodes = log.unreadableNodes()
        guard !nodes.isEmpty else { return [] }
        var paths: [Int: FieldPath] = [:]
        for finding in log.diagnostics {
            guard let offset = finding.location?.byteOffset, let path = finding.path else { continue }
            if paths[offset] == nil { paths[offset] = path }
        }
        return nodes.map { node in
            let location = log.tree.location(of: node)
            return UnreadableValue(
                path: paths[location.byteOffset] ?? FieldPath(), text: log.tree.text(of: node), location: location)
        }
    }
}

/// A header, a good without its footprints, or a footprint, as one of two submissions says it.
struct ComparedRecord {
    enum Content {
        case header(SubmissionHeader)
        case good(ImportedGood)
        case footprint(ProductFootprint)
    }

    var content: Content
    var source: ReadPart
    /// Where it stands in its part.
    var base = FieldPath()
    /// The good that a footprint belongs to.
    var good: ImportedGood?
    /// The parts of a header that stand before the last, for the places of what they say.
    var earlier: [ReadPart] = []

    /// The header, the good and its footprints, or the footprint of a part.
    static func all(of source: ReadPart) -> [ComparedRecord] {
        switch source.part {
        case .header(let header): return [ComparedRecord(content: .header(header), source: source)]
        case .footprint(let footprint): return [ComparedRecord(content: .footprint(footprint), source: source)]
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            let footprints = good.footprints.enumerated().map { index, footprint in
                ComparedRecord(
                    content: .footprint(footprint), source: source, base: list.appending(.index(index)), good: good)
            }
            return [ComparedRecord(content: .good(good), source: source)] + footprints
        }
    }

    var kind: RecordDifference.Kind {
        switch content {
        case .header: .header
        case .good: .good
        case .footprint: .footprint
        }
    }

    var record: any ModelRecord {
        switch content {
        case .header(let header): header
        case .good(let good): good
        case .footprint(let footprint): footprint
        }
    }

    var footprint: ProductFootprint? { if case .footprint(let footprint) = content { footprint } else { nil } }

    /// What its sender calls it.
    var identifier: String? {
        switch content {
        case .header(let header): header.identifier ?? header.draftIdentifier
        case .good(let good): good.itemNumber
        case .footprint(let footprint): footprint.identity.identifier ?? footprint.production.installation.identifier
        }
    }

    var title: String? {
        switch content {
        case .header: nil
        case .good(let good):
            [good.commodity.cn ?? good.commodity.hs, good.commodity.description].compactMap { $0 }.joined(
                separator: " ")
        case .footprint(let footprint): footprint.product.name ?? footprint.production.installation.name
        }
    }

    /// How many bytes of the file are held with it; a good's footprints are held with the good.
    var byteCount: Int { base.steps.isEmpty ? source.byteCount : 0 }

    var side: RecordDifference.Side {
        RecordDifference.Side(
            place: source.place.appending(base), identifier: identifier, location: source.location(of: base))
    }

    func location(of path: FieldPath) -> SourceLocation? {
        let path = base.appending(path)
        let part = source.hasRead(path) ? source : earlier.last { $0.hasRead(path) } ?? source
        return part.location(of: path)
    }

    /// Whether the file says a field itself, and does not just imply it by its format.
    func hasRead(_ path: FieldPath) -> Bool { source.hasRead(base.appending(path)) }

    /// The values of its own that could not be read, by their places in the record.
    func unreadable() -> [UnreadableValue] {
        let isGood = kind == .good, footprints = FieldPath(\ImportedGood.footprints)
        return ([source] + earlier).flatMap { $0.unreadable() }.compactMap { value in
            guard value.path.hasPrefix(base), !(isGood && value.path.hasPrefix(footprints)) else { return nil }
            var value = value
            value.path = FieldPath(Array(value.path.steps.dropFirst(base.steps.count)))
            return value
        }
    }
}
