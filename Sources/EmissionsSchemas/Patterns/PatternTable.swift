/// A small pattern as a table, which takes one step for each byte of an ASCII text.
///
/// A row stands for the places of a ``PatternProgram`` that are reached at once. Patterns that ask for word boundaries,
/// or whose table would be big, have none; texts beyond ASCII are for ``PatternMatcher``.
struct PatternTable: Sendable {
    private struct Row: Hashable {
        var places: Set<Int>
        var isFirst: Bool
    }

    /// For each row, the row behind each byte below 128.
    private var next: [UInt8] = []
    /// For each row, whether there is a match whatever follows, and whether there is one if nothing does.
    private var isMatch: [Bool] = []
    private var isMatchAtEnd: [Bool] = []

    private static let mostRows = 64

    init?(_ program: PatternProgram) {
        guard !program.looksAtWords else { return nil }
        var rows = [Row(places: [0], isFirst: true)]
        var position = [rows[0]: 0]
        var current = 0
        while current < rows.count {
            let row = rows[current]
            let inside = program.closure(of: row.places, isFirst: row.isFirst, isLast: false)
            let atEnd = program.closure(of: row.places, isFirst: row.isFirst, isLast: true)
            isMatch.append(program.isMatched(by: inside))
            isMatchAtEnd.append(program.isMatched(by: atEnd))
            for byte in UInt8(0)..<128 {
                var places = program.places(behind: Unicode.Scalar(byte), from: inside)
                if !program.isAnchored { places.insert(0) }
                let following = Row(places: places, isFirst: false)
                if position[following] == nil {
                    guard rows.count < Self.mostRows else { return nil }
                    position[following] = rows.count
                    rows.append(following)
                }
                next.append(UInt8(position[following] ?? 0))
            }
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

    /// The places that are reached without reading.
    fileprivate func closure(of places: Set<Int>, isFirst: Bool, isLast: Bool) -> Set<Int> {
        var reached: Set<Int> = [], pending = Array(places)
        while let place = pending.popLast() {
            guard reached.insert(place).inserted else { continue }
            switch instructions[place] {
            case .scalars, .match: break
            case .jump(let target): pending.append(target)
            case .split(let first, let second): pending += [first, second]
            case .assertion(let assertion):
                if assertion == .start ? isFirst : isLast { pending.append(place + 1) }
            }
        }
        return reached
    }

    fileprivate func isMatched(by places: Set<Int>) -> Bool {
        places.contains { if case .match = instructions[$0] { true } else { false } }
    }

    fileprivate func places(behind scalar: Unicode.Scalar, from places: Set<Int>) -> Set<Int> {
        var behind: Set<Int> = []
        for place in places {
            if case .scalars(let set) = instructions[place], sets[set].contains(scalar) { behind.insert(place + 1) }
        }
        return behind
    }
}
