import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import TestSupport
import Testing

/// Broken copies of every sample: whatever comes in, an answer with a place comes out.
@Suite struct HostileInputTests {
    /// Bytes that mean something in one syntax or another.
    static let bytes: [UInt8] = Array("\0\t\n\r \"'&,-./019:;<=>E[\\]e{|}".utf8) + [0x7F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]

    @Test(arguments: Sample.all) func aTruncatedSampleIsAnsweredWithAFinding(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
            try expectAnAnswer(Array(bytes[..<length]), sample, "cut at \(length)")
        }
    }

    @Test(arguments: Sample.all) func aSampleWithOneByteChangedIsAnswered(_ sample: Sample) throws {
        var generator = Generator(seed: 20_261_124)
        let bytes = try sample.bytes()
        for _ in 0..<250 {
            var broken = bytes
            let place = Int(generator.next() % UInt64(bytes.count))
            broken[place] = Self.bytes[Int(generator.next() % UInt64(Self.bytes.count))]
            try expectAnAnswer(broken, sample, "byte \(place)")
        }
    }

    private func expectAnAnswer(_ bytes: [UInt8], _ sample: Sample, _ what: String) throws {
        var converter = converter(to: try #require(Format.named(sample.format)))
        converter.options.format = Format.named(sample.format)
        let (_, report) = try converter.convert(bytes)
        #expect(report.account.isBalanced, "\(what)")
        if report.source.verdict == .unreadable {
            let last = try #require(report.source.findings.last, "\(what): unreadable without a finding")
            #expect(!last.message.description.isEmpty && last.location != nil, "\(what): \(last)")
        }
    }

    /// SplitMix64, so that every run breaks the same bytes.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
