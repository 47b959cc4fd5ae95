/// Codes of up to eight ASCII characters, for looking up.
struct LetterCodes: Sendable {
    private let sorted: [UInt64]

    /// - Parameter text: The codes with spaces between.
    init(_ text: String) { sorted = text.split(separator: " ").compactMap { Self.pack($0.utf8) }.sorted() }

    var count: Int { sorted.count }

    func contains(_ code: some StringProtocol) -> Bool {
        guard let packed = Self.pack(code.utf8) else { return false }
        var range = sorted.startIndex..<sorted.endIndex
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            if sorted[middle] == packed { return true }
            range = sorted[middle] < packed ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return false
    }

    private static func pack(_ bytes: some Sequence<UInt8>) -> UInt64? {
        var packed: UInt64 = 0
        for byte in bytes {
            guard packed >> 56 == 0 else { return nil }
            packed = packed << 8 | UInt64(byte)
        }
        return packed
    }
}
