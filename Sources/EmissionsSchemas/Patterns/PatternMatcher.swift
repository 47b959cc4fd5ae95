/// Reads a text once, at all the places of a program where a match could be (Pike's machine, without groups).
struct PatternMatcher {
    private let instructions: [PatternProgram.Instruction]
    private let sets: [PatternProgram.SetTable]
    private let isAnchored: Bool
    /// The places at the current scalar, and at the next.
    private var current: [Int] = []
    private var next: [Int] = []
    /// For each instruction, the last position at which it was reached, counted from 1.
    private var reached: [Int]
    private var pending: [Int] = []
    private var isMatched = false
    private(set) var steps: Int

    init(_ program: PatternProgram, steps: Int) {
        instructions = program.instructions
        sets = program.sets
        isAnchored = program.isAnchored
        reached = Array(repeating: 0, count: instructions.count)
        self.steps = steps
    }

    /// Whether there is a match, or `nil` where the steps did not suffice.
    mutating func run(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        var index = 0, position = 1
        var before: Unicode.Scalar?
        var scalar = Self.scalar(in: text, at: &index)
        while true {
            if position == 1 || !isAnchored { follow(0, position, Around(before: before, after: scalar)) }
            swap(&current, &next)
            if isMatched { return true }
            guard let read = scalar, steps > 0 else { return steps > 0 ? false : nil }
            if isAnchored, current.isEmpty { return false }
            let following = Self.scalar(in: text, at: &index)
            position += 1
            next.removeAll(keepingCapacity: true)
            let around = Around(before: read, after: following)
            for place in current {
                steps -= 1
                if case .scalars(let set) = instructions[place], sets[set].contains(read) {
                    follow(place + 1, position, around)
                }
            }
            (before, scalar) = (read, following)
        }
    }

    /// The scalars on both sides of a position.
    private struct Around {
        var before: Unicode.Scalar?
        var after: Unicode.Scalar?

        func allows(_ assertion: PatternAssertion) -> Bool {
            switch assertion {
            case .start: before == nil
            case .end: after == nil
            case .wordBoundary: isBoundary
            case .noWordBoundary: !isBoundary
            }
        }

        private var isBoundary: Bool {
            (before.map(ScalarSet.word.contains) ?? false) != (after.map(ScalarSet.word.contains) ?? false)
        }
    }

    /// Adds the places that are reached from `start` without reading, each once.
    private mutating func follow(_ start: Int, _ position: Int, _ around: Around) {
        pending.append(start)
        while let place = pending.popLast() {
            guard reached[place] != position else { continue }
            reached[place] = position
            steps -= 1
            switch instructions[place] {
            case .scalars: next.append(place)
            case .match: isMatched = true
            case .jump(let target): pending.append(target)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .assertion(let assertion): if around.allows(assertion) { pending.append(place + 1) }
            }
        }
    }

    /// The scalar at `index`, which moves behind it; `nil` at the end.
    private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
        guard index < text.count else { return nil }
        let byte = text[index]
        guard byte >= 0x80 else {
            index += 1
            return Unicode.Scalar(byte)
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let bytes = text[index..<min(index + length, text.count)]
        index += length
        let lead = UInt32(byte) & (0xFF >> UInt32(length + 1))
        return Unicode.Scalar(bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }) ?? "\u{FFFD}"
    }
}
