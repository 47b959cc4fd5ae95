import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

/// What holds for every format and every sample.
@Suite struct LawTests {
    @Test(arguments: Sample.all) func aSampleIsDetectedAsItsOwnFormatOnly(_ sample: Sample) throws {
        let file = try SourceFile(path: sample.path, ByteSource(sample.bytes()))
        #expect(
            Format.candidates(file.start).filter { $0.recognition.confidence == .yes }.map(\.format.name) == [
                sample.format
            ])
    }

    @Test(arguments: Sample.all) func whatIsWrittenInTheSameFormatReadsAsTheSame(_ sample: Sample) throws {
        let format = try #require(Format.named(sample.format))
        let bytes = try sample.bytes()
        let version = format.recognize(FileStart(bytes))?.version
        guard let target = version, format.writtenVersions.contains(target) else { return }
        let (output, report) = try converter(to: format, version: target).convert(bytes)
        #expect(report.losses.filter { $0.kind != .added } == [])
        #expect(try parts(of: output, as: format).parts == parts(of: bytes, as: format).parts)
    }

    @Test(arguments: Sample.all) func throughTheCanonicalFormNothingIsLost(_ sample: Sample) throws {
        guard let emx = Format.named("emx") else { return }
        let format = try #require(Format.named(sample.format))
        let bytes = try sample.bytes()
        let (canonical, report) = try converter(to: emx).convert(bytes)
        #expect(report.account.lost == 0, "\(report.losses)")
        #expect(
            try parts(of: canonical, as: emx).parts.filter(\.saysSomething)
                == parts(of: bytes, as: format).parts.filter(\.saysSomething))
    }

    @Test(arguments: Sample.all) func noFigureArrivesAsAnother(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for format in Format.all where !format.writtenVersions.isEmpty {
            let (_, report) = try converter(to: format).convert(bytes)
            let changed = report.losses.filter { loss in
                loss.kind == .changed && ExactDecimal(loss.was) != nil
                    && loss.became.flatMap { ExactDecimal($0) } != nil
            }
            #expect(changed == [], "to \(format.name)")
        }
    }

    @Test(arguments: Sample.all) func whatTheOutputSaysIsWhereTheAccountSays(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for format in Format.all where !format.writtenVersions.isEmpty {
            let (output, report) = try converter(to: format).convert(bytes)
            let starts = [0] + output.indices.filter { output[$0] == 10 }.map { $0 + 1 } + [output.count + 1]
            let misplaced = report.losses.filter { loss in
                guard let place = loss.target, place.part == nil else { return false }
                guard (1..<starts.count).contains(place.line), place.length >= 0 else { return true }
                return place.byteOffset < starts[place.line - 1] || place.byteOffset >= starts[place.line]
                    || place.byteOffset + place.length > output.count
            }
            #expect(misplaced == [], "to \(format.name)")
        }
    }

    @Test(arguments: Sample.all) func theSameBytesGiveTheSameAnswer(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        for format in Format.all where !format.writtenVersions.isEmpty {
            let (first, firstReport) = try converter(to: format).convert(bytes)
            let (second, secondReport) = try converter(to: format).convert(bytes)
            #expect(first == second)
            #expect(firstReport.losses == secondReport.losses)
            #expect(firstReport.source.findings == secondReport.source.findings)
        }
    }

    @Test(arguments: Sample.all) func chunksOfAnySizeGiveTheSameOutput(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        let format = try #require(Format.named(sample.format))
        let (whole, _) = try converter(to: format).convert(bytes)
        var rest = bytes[...]
        let source = ByteSource {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(7) }
            return Array(rest.prefix(7))
        }
        var pieces: [UInt8] = []
        _ = converter(to: format).convert(try SourceFile(path: "-", source), startOver: {}, into: { pieces += $0 })
        #expect(pieces == whole)
    }
}

extension SubmissionPart {
    fileprivate var saysSomething: Bool {
        switch self {
        case .header(let header): !header.isEmpty
        case .good(let good): !good.isEmpty
        case .footprint(let footprint): !footprint.isEmpty
        }
    }
}
