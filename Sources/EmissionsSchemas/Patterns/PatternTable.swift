/// A small pattern as a table, which takes one step for each byte of an ASCII text.
///
/// A row stands for the places of a ``PatternProgram`` that are reached at once. Patterns that ask for word boundaries,
/// or whose table would be big, have none; texts beyond ASCII are for ``PatternMatcher``.
struct PatternTable: Sendable {
    private struct Row: Hashable {
        /// In rising order.
        var places: [Int]
        var isFirst: Bool
    }

    /// For each row, the row behind each byte below 128.
    private var next: [UInt8] = []
    /// For each row, whether there is a match whatever follows, and whether there is one if nothing does.
    private var isMatch: [Bool] = []
    private var isMatchAtEnd: [Bool] = []

    private static let mostRows = 64
    private static let mostInstructions = 512
    /// Classes of bytes times instructions, which each row takes: a schema may bring thousands of patterns.
    private static let mostWork = 4_096

    init?(_ program: PatternProgram) {
        guard program.instructions.count <= Self.mostInstructions, !program.looksAtWords else { return nil }
        var rows = [Row(places: [0], isFirst: true)]
        var position = [rows[0]: 0]
        let classes = program.byteClasses
        guard classes.first.count * program.instructions.count <= Self.mostWork else { return nil }
        var current = 0
        while current < rows.count {
            let row = rows[current]
            let inside = program.closure(of: row.places, isFirst: row.isFirst, isLast: false)
            let atEnd = program.closure(of: row.places, isFirst: row.isFirst, isLast: true)
            isMatch.append(program.isMatched(by: inside))
            isMatchAtEnd.append(program.isMatched(by: atEnd))
            var following: [UInt8] = []
            for byte in classes.first {
                let places = program.places(behind: Unicode.Scalar(byte), from: inside)
                let row = Row(places: program.isAnchored ? places : [0] + places, isFirst: false)
                if let known = position[row] {
                    following.append(UInt8(known))
                } else {
                    guard rows.count < Self.mostRows else { return nil }
                    following.append(UInt8(rows.count))
                    position[row] = rows.count
                    rows.append(row)
                }
            }
            for byte in 0..<128 { next.append(following[classes.of[byte]]) }
            current += 1
        }
    }

    /// Whether there is a match anywhere in a text; `nil` for a text beyond ASCII.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        next.withUnsafeBufferPointer { next in
            var row = 0
            for byte in text {
                if isMatch[row] { return true }
                guard byte < 128 else { return nil }
                row = Int(next[row &* 128 &+ Int(byte)])
            }
            return isMatch[row] || isMatchAtEnd[row]
        }
    }
}

extension PatternProgram {
    fileprivate var looksAtWords: Bool {
        instructions.contains {
            switch $0 {
            case .assertion(.wordBoundary), .assertion(.noWordBoundary): true
            default: false
            }
        }
    }

    /// Bytes below 128 that no set tells apart: the class of each, and the first byte of each class.
    fileprivate var byteClasses: (of: [Int], first: [UInt8]) {
        var of: [Int] = [], first: [UInt8] = []
        var known: [[Bool]: Int] = [:]
        for byte in UInt8(0)..<128 {
            let signature = sets.map { $0.contains(Unicode.Scalar(byte)) }
            if let number = known[signature] {
                of.append(number)
            } else {
                known[signature] = first.count
                of.append(first.count)
                first.append(byte)
            }
        }
        return (of, first)
    }

    /// The places that are reached without reading.
    fileprivate func closure(of places: [Int], isFirst: Bool, isLast: Bool) -> [Int] {
        var isReached = Array(repeating: false, count: instructions.count), pending = places
        while let place = pending.popLast() {
            guard !isReached[place] else { continue }
            isReached[place] = true
            switch instructions[place] {
            case .scalars, .match: break
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [first, second]
            case .assertion(let assertion):
                if assertion == .start ? isFirst : isLast { pending.append(place + 1) }
            }
        }
        return isReached.indices.filter { isReached[$0] }
    }

    fileprivate func isMatched(by places: [Int]) -> Bool {
        places.contains { if case .match = instructions[$0] { true } else { false } }
    }

    fileprivate func places(behind scalar: Unicode.Scalar, from places: [Int]) -> [Int] {
        places.compactMap {
            if case .scalars(let set) = instructions[$0], sets[set].contains(scalar) { $0 + 1 } else { nil }
        }
    }
}
