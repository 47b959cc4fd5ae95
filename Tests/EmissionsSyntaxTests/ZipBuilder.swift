import EmissionsDiagnostics

@testable import EmissionsSyntax

/// Archives byte by byte, so that any field of them can be wrong.
struct ZipBuilder {
    struct Member {
        var name: [UInt8]
        /// What its own header calls it, where that is another name.
        var localName: [UInt8]?
        /// The bytes as they stand in the archive, and how many they are said to unpack to.
        var packed: [UInt8], size: Int
        var crc: UInt32
        var method = 0, flags = 0, mode = 0
        /// Points to the header of the member at this position in place of its own.
        var sharesHeaderOf: Int?

        init(_ name: String, _ text: String = "{}") {
            self.name = Array(name.utf8)
            packed = Array(text.utf8)
            size = packed.count
            crc = Self.crc(packed)
        }

        static func crc(_ bytes: [UInt8]) -> UInt32 {
            var sum = ~UInt32(0)
            for byte in bytes {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
            }
            return ~sum
        }
    }

    var members: [Member] = []
    var comment: [UInt8] = []
    /// How many members the end says there are, where that is wrong.
    var count: Int?

    init(_ members: [Member]) { self.members = members }
    init(_ names: String...) { members = names.map { Member($0) } }

    var bytes: [UInt8] {
        var bytes: [UInt8] = [], directory: [UInt8] = [], offsets: [Int] = []
        for member in members {
            let name = member.localName ?? member.name
            offsets.append(bytes.count)
            let fields =
                shorts(member.flags, member.method, 0, 0x21) + longs(Int(member.crc), member.packed.count, member.size)
            if member.sharesHeaderOf == nil {
                bytes += [0x50, 0x4B, 3, 4] + shorts(20) + fields + shorts(name.count, 0) + name + member.packed
            }
            let offset = member.sharesHeaderOf.map { offsets[$0] } ?? offsets[offsets.count - 1]
            directory += [0x50, 0x4B, 1, 2] + shorts(3 << 8 | 20, 20) + fields
            directory += shorts(member.name.count, 0, 0, 0, 0, 0, member.mode) + longs(offset) + member.name
        }
        let count = count ?? members.count
        return bytes + directory + [0x50, 0x4B, 5, 6] + shorts(0, 0, count, count) + longs(directory.count, bytes.count)
            + shorts(comment.count) + comment
    }

    private func shorts(_ values: Int...) -> [UInt8] { values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] } }
    private func longs(_ values: Int...) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    }
}

extension ZipBuilder.Member {
    /// The same with other fields.
    func with(_ change: (inout Self) -> Void) -> Self {
        var member = self
        change(&member)
        return member
    }
}

/// What a whole archive, or one of its members, is refused for.
func refusal(of bytes: [UInt8], limits: Limits = Limits()) -> String? {
    do throws(SyntaxError) {
        let archive = try ZipArchive(ArchiveBytes(bytes), limits: limits)
        for member in archive.members { _ = try archive.text(of: member.name) }
        return nil
    } catch {
        return "\(error.kind) \(error.diagnostic.code): \(error.diagnostic.message)"
    }
}

extension Package {
    func text(of name: String) throws(SyntaxError) -> String? {
        guard let member = member(name) else { return nil }
        let source = try source(of: member)
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }
}
