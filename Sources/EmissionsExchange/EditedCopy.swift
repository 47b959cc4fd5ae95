public import EmissionsDiagnostics
import EmissionsSyntax

/// What a copy of a file is made of, in the order of the file.
public enum CopiedPiece: Sendable {
    /// Bytes that are as they were.
    case kept(ArraySlice<UInt8>)
    /// Bytes that others stand in place of.
    case replaced([UInt8], by: [UInt8])
}

/// Copies a file while it is read, with what is to be written differently.
///
/// Only what may still be changed is held: the part that is being read, the one before it, and the chunk behind them.
final class EditedCopy {
    /// The bytes of the file that were read and not copied, and where they begin in it.
    private var held: [UInt8] = []
    private var start = 0
    private var edits: [SourceEdit] = []
    private let write: (CopiedPiece) throws -> Void
    /// Copying less than this at a time costs more than it frees.
    private static let least = 64 * 1024

    init(_ write: @escaping (CopiedPiece) throws -> Void) { self.write = write }

    /// The same bytes, held until they are copied.
    func following(_ source: ByteSource) -> ByteSource {
        ByteSource { [self] in
            guard let chunk = try source.next() else { return nil }
            held += chunk
            return chunk
        }
    }

    func add(_ edits: some Sequence<SourceEdit>) { self.edits += edits }

    /// Copies what stands before an offset, where nothing more will be changed.
    func settle(upTo offset: Int) throws {
        if offset - start >= Self.least { try copy(upTo: offset) }
    }

    func finish() throws { try copy(upTo: start + held.count) }

    private func copy(upTo offset: Int) throws {
        let ordered = SourceEdit.applicable(edits)
        var position = start, isDone = 0
        for edit in ordered {
            let place = edit.location.byteOffset
            guard place < offset else { break }
            guard place >= position else { throw FixFailure.outOfPlace(edit) }
            let end = place + edit.bytesBefore.count
            guard end <= start + held.count, held[(place - start)..<(end - start)].elementsEqual(edit.bytesBefore)
            else { throw FixFailure.outOfPlace(edit) }
            if place > position { try write(.kept(held[(position - start)..<(place - start)])) }
            try write(.replaced(edit.bytesBefore, by: edit.bytesAfter))
            position = end
            isDone += 1
        }
        if position < offset {
            try write(.kept(held[(position - start)..<(offset - start)]))
            position = offset
        }
        edits = Array(ordered[isDone...])
        held.removeSubrange(..<(position - start))
        start = position
    }
}

extension SourceEdit {
    /// Edits in the order of the file, without those that others make needless: of two that touch the same bytes, the
    /// one that changes more, and of two of the same stretch the later.
    static func applicable(_ edits: [SourceEdit]) -> [SourceEdit] {
        let ordered = edits.enumerated().sorted { a, b in
            let (first, second) = (a.element.location.byteOffset, b.element.location.byteOffset)
            if first != second { return first < second }
            let (long, short) = (a.element.bytesBefore.count, b.element.bytesBefore.count)
            return long != short ? long > short : a.offset > b.offset
        }
        var kept: [SourceEdit] = []
        for (_, edit) in ordered {
            guard let last = kept.last, last.end > edit.location.byteOffset else {
                kept.append(edit)
                continue
            }
            if edit.bytesBefore.count > last.bytesBefore.count { kept[kept.count - 1] = edit }
        }
        return kept
    }

    /// The offset behind what it replaces.
    var end: Int { location.byteOffset + bytesBefore.count }
}

extension [SourceEdit] {
    /// In the order of the file.
    func sorted() -> [SourceEdit] { sorted { $0.location.byteOffset < $1.location.byteOffset } }
}

/// Why nothing was fixed, though something could have been.
public enum FixFailure: Error {
    /// The file does not have at its place what the edit is about, so that nothing of it can be trusted.
    case outOfPlace(SourceEdit)
}
