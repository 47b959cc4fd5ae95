/// Which byte stands between the cells of a file that does not say so.
enum CSVSeparator {
    /// Those that text and decimals hold least often come first: they win where all else is equal.
    static let candidates: [UInt8] = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), .comma]
    /// How much of a file is looked at.
    static let sampleSize = 64 << 10

    /// The separator under which most rows have as many cells as the header, and then the one that cuts the header
    /// into most cells. A comma when none gives more than one column.
    ///
    /// The last row of a sample that is not the whole file is cut short and doesn't count.
    static func sniffed(
        in sample: UnsafeBufferPointer<UInt8>, below skipped: Int = 0, isWhole: Bool, limits: Limits
    ) -> UInt8 {
        var best: (separator: UInt8, fit: Fit)?
        for separator in candidates {
            let fit = Fit(of: separator, in: sample, below: skipped, isWhole: isWhole, limits: limits)
            guard fit.columns > 1 else { continue }
            if let best, !fit.isBetter(than: best.fit) { continue }
            best = (separator, fit)
        }
        return best?.separator ?? .comma
    }

    private struct Fit {
        var columns = 0
        var rows = 0
        /// Rows with as many cells as the header and no quote in an odd place.
        var agreeing = 0

        init(
            of separator: UInt8, in sample: UnsafeBufferPointer<UInt8>, below skipped: Int, isWhole: Bool,
            limits: Limits
        ) {
            var scanner = CSVRowScanner(separator: separator, limits: limits)
            var above = skipped
            while scanner.scan(sample, isLast: isWhole) == .row {
                above -= 1
                if above >= 0 { continue }
                if scanner.rowIsBlank(in: sample) { continue }
                if rows == 0 { columns = scanner.cells.count }
                rows += 1
                if !scanner.hasOddQuotes && scanner.cells.count == columns { agreeing += 1 }
            }
            // A header that the sample cuts short still tells what it is cut with.
            if rows == 0 { (columns, rows) = (scanner.cells.count + 1, 1) }
        }

        func isBetter(than other: Fit) -> Bool {
            let (share, otherShare) = (agreeing * other.rows, other.agreeing * rows)
            return share == otherShare ? columns > other.columns : share > otherShare
        }
    }
}

extension CSVRowScanner {
    /// Whether nothing but spaces and tabs stands in the row, and no separator.
    func rowIsBlank(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cells.count == 1, cells[0].form == .plain else { return false }
        return bytes[rowStart..<rowEnd].allSatisfy(\.isBlank)
    }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
