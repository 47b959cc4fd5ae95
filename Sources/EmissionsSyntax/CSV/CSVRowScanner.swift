/// Finds the cells of one row after another in bytes that may still be arriving.
///
/// It stops at the end of what is there and goes on from the same byte when more has come, so that a row costs the
/// same however it was cut into chunks. Every position is one in the bytes it is given.
struct CSVRowScanner {
    /// A cell as written, counted from the start of its row.
    struct Cell: Equatable {
        var start: Int32
        var end: Int32
        var form: Form
    }

    /// How a cell is written, and so how its text is had.
    enum Form: UInt8 {
        /// Without quotes: the text is what is written.
        case plain
        /// Not in quotes, but with a quote in it: the text is what is written.
        case quoteInside
        /// Between quotes.
        case quoted
        /// Between quotes, with doubled quotes.
        case doubled
        /// Between quotes, with more text after them.
        case textAfterQuote
    }

    enum Outcome: Equatable {
        case row, end, needsMore
        case refused(Refusal)
    }

    /// Why a row can't be read to its end, or is too much for its record.
    enum Refusal: Equatable {
        case unclosedQuote, tooManyColumns, cellTooLong, rowTooLong
        case recordTooLong, tooManyValues
    }

    private enum State { case rowStart, cellStart, plain, quoted, quoteInQuoted, afterQuote }

    private(set) var cells: [Cell] = []
    /// Whether a quote stands where it means nothing: inside a cell without quotes, or before more text.
    private(set) var hasOddQuotes = false
    private(set) var rowStart = 0
    /// Where the row ends, without its line ending.
    private(set) var rowEnd = 0
    /// Where the cell being read starts.
    private(set) var cellStart = 0
    /// What was looked at so far.
    private(set) var position = 0

    private let separator: UInt8
    private let maximumColumns, maximumCell, maximumRow: Int
    private var state = State.rowStart
    private var form = Form.plain
    /// The last row ended with CR: a LF that follows belongs to it.
    private var skipsLineFeed = false

    init(separator: UInt8, limits: Limits) {
        self.separator = separator
        maximumColumns = limits.columns
        (maximumCell, maximumRow) = (limits.cellBytes, limits.rowBytes)
    }

    /// Takes note that the first `count` bytes are gone.
    mutating func drop(_ count: Int) {
        rowStart -= count
        rowEnd -= count
        cellStart -= count
        position -= count
    }

    /// Reads on to the end of a row, which the end of the bytes is too if they are the last.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Outcome {
        let separators = UInt64(repeating: separator)
        while true {
            guard position < bytes.count else {
                return excess ?? (isLast ? finish() : .needsMore)
            }
            switch state {
            case .rowStart:
                if skipsLineFeed && bytes[position] == .lineFeed { position += 1 }
                skipsLineFeed = false
                cells.removeAll(keepingCapacity: true)
                hasOddQuotes = false
                (rowStart, cellStart, state) = (position, position, .cellStart)
            case .cellStart:
                if bytes[position] == .quote {
                    (state, form) = (.quoted, .quoted)
                    position += 1
                } else {
                    (state, form) = (.plain, .plain)
                }
            case .plain, .afterQuote:
                position = bytes.firstStop(from: position, separators: separators)
                guard position < bytes.count else { continue }
                if bytes[position] == .quote {
                    if state == .plain { (form, hasOddQuotes) = (.quoteInside, true) }
                    position += 1
                } else if let outcome = endCell(at: bytes[position]) {
                    return outcome
                }
            case .quoted:
                position = bytes.firstStop(from: position, separators: .quotes)
                guard position < bytes.count else { continue }
                if bytes[position] == .quote { state = .quoteInQuoted }
                position += 1
            case .quoteInQuoted:
                switch bytes[position] {
                case .quote:
                    (state, form) = (.quoted, .doubled)
                    position += 1
                case separator, .lineFeed, .carriageReturn:
                    if let outcome = endCell(at: bytes[position]) { return outcome }
                default: (state, form, hasOddQuotes) = (.afterQuote, .textAfterQuote, true)
                }
            }
        }
    }

    /// Ends a cell at the separator or line ending that stands at the position.
    private mutating func endCell(at stop: UInt8) -> Outcome? {
        if let excess { return excess }
        addCell()
        position += 1
        if stop == separator {
            (state, cellStart) = (.cellStart, position)
            return cells.count < maximumColumns ? nil : .refused(.tooManyColumns)
        }
        (rowEnd, state) = (position - 1, .rowStart)
        skipsLineFeed = stop == .carriageReturn
        return .row
    }

    /// What the end of the file means where it is met.
    private mutating func finish() -> Outcome {
        switch state {
        case .rowStart: return .end
        case .quoted: return .refused(.unclosedQuote)
        case .cellStart: form = .plain
        case .plain, .afterQuote, .quoteInQuoted: break
        }
        addCell()
        (rowEnd, state) = (position, .rowStart)
        return .row
    }

    private mutating func addCell() {
        cells.append(Cell(start: Int32(cellStart - rowStart), end: Int32(position - rowStart), form: form))
    }

    /// Which limit the cell and the row have gone over: the first one.
    private var excess: Outcome? {
        guard state != .rowStart else { return nil }
        let lastOfCell = cellStart + maximumCell, lastOfRow = rowStart + maximumRow
        guard position > min(lastOfCell, lastOfRow) else { return nil }
        return .refused(lastOfCell <= lastOfRow ? .cellTooLong : .rowTooLong)
    }
}

extension Limits {
    /// What a node of a tree can count to, with room for what is added to it.
    private static let countable = 1 << 29

    var cellBytes: Int { min(max(tokenBytes, 0), Self.countable) }
    var rowBytes: Int { min(max(recordBytes, 0), Self.countable) }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
}

extension UInt64 {
    fileprivate static let quotes = UInt64(repeating: .quote)

    fileprivate init(repeating byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first separator, quote, CR or LF at or after `start`; `count` when there is none. Looks at 8 bytes at once.
    @inline(__always)
    fileprivate func firstStop(from start: Int, separators: UInt64) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var at = start
        while at &+ 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let stops =
                zeroBytes(word ^ separators) | zeroBytes(word ^ .quotes)
                | zeroBytes(word ^ UInt64(repeating: .lineFeed)) | zeroBytes(word ^ UInt64(repeating: .carriageReturn))
            if stops != 0 { return at &+ (stops.trailingZeroBitCount &>> 3) }
            at &+= 8
        }
        let separator = UInt8(truncatingIfNeeded: separators)
        while at < count {
            let byte = self[at]
            if byte == separator || byte == .quote || byte == .lineFeed || byte == .carriageReturn { break }
            at &+= 1
        }
        return at
    }
}
