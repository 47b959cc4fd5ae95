public import EmissionsExchange

/// A copy that differs in places, as a unified diff: the changed lines with three lines around them.
///
/// It is printed as the copy goes on. What is held is one stretch of changed lines that stand close together.
public struct UnifiedDiff {
    /// Why no diff can be shown.
    public enum Failure: Error {
        /// The file is in lines that nobody could read.
        case longLine(Int)
    }

    private static let context = 3
    private static let longestLine = 1 << 20
    /// Where changes don't end, another hunk is begun.
    private static let longestHunk = 4 << 20

    private let names: (old: String, new: String)
    private var hasBegun = false
    /// The lines that are being put together.
    private var old: [UInt8] = [], new: [UInt8] = []
    private var isChanged = false
    /// How many lines were put together before.
    private var lines = (old: 0, new: 0)
    /// The last lines before a hunk, or behind the last change of one.
    private var around: [[UInt8]] = []
    private var hunk: Hunk?

    fileprivate struct Hunk {
        var start: (old: Int, new: Int)
        var count = (old: 0, new: 0)
        var body: [UInt8] = []
        /// Changed lines: what was comes before what is.
        var removed: [UInt8] = [], added: [UInt8] = []
    }

    public init(old: String, new: String) { names = (old, new) }

    /// Takes the next piece of the copy, and gives what can be printed by now.
    public mutating func add(_ piece: CopiedPiece) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        switch piece {
        case .kept(let bytes):
            var rest = bytes
            while let end = rest.firstIndex(of: 0x0A) {
                append(rest[...end], rest[...end])
                rest = rest[(end + 1)...]
                endLine(&output)
            }
            append(rest, rest)
        case .replaced(let before, let after):
            append(before[...], after[...])
            isChanged = true
        }
        if max(old.count, new.count) > Self.longestLine { throw .longLine(lines.old + 1) }
        return output
    }

    /// What is left at the end of the copy.
    public mutating func end() -> [UInt8] {
        var output: [UInt8] = []
        if !old.isEmpty || !new.isEmpty { endLine(&output) }
        close(&output)
        return output
    }

    private mutating func append(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) {
        old += before
        new += after
    }

    private mutating func endLine(_ output: inout [UInt8]) {
        defer {
            (old, new, isChanged) = ([], [], false)
        }
        guard isChanged else {
            lines = (lines.old + 1, lines.new + 1)
            around.append(old)
            if hunk == nil {
                if around.count > Self.context { around.removeFirst() }
            } else if around.count > 2 * Self.context {
                close(&output)
            }
            return
        }
        if hunk == nil {
            let before = around.count
            hunk = Hunk(start: (lines.old - before + 1, lines.new - before + 1))
        }
        keepAround(around.count)
        around = []
        let (removed, added) = (Self.lines(old), Self.lines(new))
        hunk?.removed += removed.flatMap { Self.line("-", $0) }
        hunk?.added += added.flatMap { Self.line("+", $0) }
        hunk?.count.old += removed.count
        hunk?.count.new += added.count
        lines = (lines.old + removed.count, lines.new + added.count)
        if let hunk, hunk.body.count + hunk.removed.count > Self.longestHunk { close(&output) }
    }

    /// Puts lines that did not change into the hunk.
    private mutating func keepAround(_ count: Int) {
        guard count > 0 else { return }
        hunk?.settle()
        for line in around.prefix(count) { hunk?.body += Self.line(" ", line[...]) }
        hunk?.count.old += count
        hunk?.count.new += count
    }

    private mutating func close(_ output: inout [UInt8]) {
        guard hunk != nil else { return }
        let kept = min(Self.context, around.count)
        keepAround(kept)
        around = around.dropFirst(kept).suffix(Self.context)
        guard var done = hunk else { return }
        hunk = nil
        done.settle()
        if !hasBegun { output += "--- \(names.old)\n+++ \(names.new)\n".utf8 }
        hasBegun = true
        output += "@@ -\(done.start.old),\(done.count.old) +\(done.start.new),\(done.count.new) @@\n".utf8
        output += done.body
    }

    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = [], rest = text[...]
        while let end = rest.firstIndex(of: 0x0A) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }

    private static func line(_ mark: String, _ line: ArraySlice<UInt8>) -> [UInt8] {
        Array(mark.utf8) + line + (line.last == 0x0A ? [] : Array("\n\\ No newline at end of file\n".utf8))
    }
}

extension UnifiedDiff.Hunk {
    fileprivate mutating func settle() {
        body += removed
        body += added
        (removed, added) = ([], [])
    }
}
