/// The record at the end of a zip archive, which says where its directory is.
struct ZipEnd {
    private(set) var count: Int
    private(set) var directoryOffset: Int
    private(set) var directorySize: Int

    private static let fixed = 22
    private static let locator = 20

    init(_ archive: ArchiveBytes) throws(SyntaxError) {
        let length = min(archive.size, Self.fixed + Int(UInt16.max) + Self.locator)
        let start = archive.size - length
        let tail = ZipFields(try archive.read(start, length))
        guard tail.count == length else { throw .zip(.cutOff) }
        let place = try Self.find(in: tail)
        count = tail.short(place + 10)
        directorySize = tail.long(place + 12)
        directoryOffset = tail.long(place + 16)
        guard tail.short(place + 4) == tail.short(place + 6), tail.short(place + 8) == count else {
            throw .zip(.split)
        }
        var limit = start + place
        if place >= Self.locator, tail.hasSignature(6, 7, at: place - Self.locator) {
            limit = try widen(archive, at: tail.wide(place - Self.locator + 8), before: limit - Self.locator)
        }
        guard directoryOffset <= limit, directorySize <= limit - directoryOffset,
            count <= directorySize / 46
        else { throw .zip(.badDirectory) }
    }

    /// The one place where an end fits that reaches to the end of the file with its comment.
    private static func find(in tail: ZipFields) throws(SyntaxError) -> Int {
        guard tail.count >= fixed else { throw .zip(.cutOff) }
        var places: [Int] = [], misfit = false
        for place in 0...(tail.count - fixed) where tail.hasSignature(5, 6, at: place) {
            if place + fixed + tail.short(place + 20) == tail.count { places.append(place) } else { misfit = true }
        }
        guard let first = places.first else { throw .zip(misfit ? .trailingBytes : .cutOff) }
        guard places.count == 1 else { throw .zip(.twoEnds) }
        return first
    }

    /// Takes what it has no room for from the record for archives beyond 4 GB or 65,535 members.
    ///
    /// - Returns: Where that record stands: the directory ends before it.
    private mutating func widen(_ archive: ArchiveBytes, at place: Int?, before limit: Int) throws(SyntaxError) -> Int {
        guard let place, place <= limit - 56 else { throw .zip(.badDirectory) }
        let record = ZipFields(try archive.read(place, 56))
        guard record.count == 56, record.hasSignature(6, 6, at: 0), let count = record.wide(32),
            let size = record.wide(40), let offset = record.wide(48), record.wide(24) == count
        else { throw .zip(.badDirectory) }
        let pairs = [
            (self.count, count, 0xFFFF), (directorySize, size, 0xFFFF_FFFF), (directoryOffset, offset, 0xFFFF_FFFF),
        ]
        guard pairs.allSatisfy({ short, wide, full in short == full || short == wide }) else {
            throw .zip(.badDirectory)
        }
        (self.count, directorySize, directoryOffset) = (count, size, offset)
        return place
    }
}

/// Numbers as zip archives write them, the lowest byte first. What lies outside reads as zeros.
struct ZipFields {
    private let all: [UInt8]
    init(_ bytes: [UInt8]) { all = bytes }

    var count: Int { all.count }

    func byte(_ place: Int) -> Int { all.indices.contains(place) ? Int(all[place]) : 0 }
    func short(_ place: Int) -> Int { byte(place) | byte(place + 1) << 8 }
    func long(_ place: Int) -> Int { short(place) | short(place + 2) << 16 }
    /// `nil` where it is more than any file can have.
    func wide(_ place: Int) -> Int? {
        let high = long(place + 4)
        return high < 1 << 31 ? long(place) | high << 32 : nil
    }

    func bytes(_ place: Int, _ length: Int) -> [UInt8] {
        let start = min(place, all.count)
        return Array(all[start..<min(all.count, start + length)])
    }

    func hasSignature(_ third: UInt8, _ fourth: UInt8, at place: Int) -> Bool {
        place >= 0 && place + 4 <= all.count && all[place] == UInt8(ascii: "P") && all[place + 1] == UInt8(ascii: "K")
            && all[place + 2] == third && all[place + 3] == fourth
    }
}

extension [UInt8] {
    /// As text for a message, whatever it is.
    var text: String { String(decoding: self, as: UTF8.self) }
    var isUTF8: Bool { String(validating: self, as: UTF8.self) != nil }
}
