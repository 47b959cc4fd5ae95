import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import TestSupport
import Testing

/// One `samples/map/<case>/input.csv` with its `mapping.yaml`.
struct SheetSample: CustomTestStringConvertible, Sendable {
    var name: String
    var testDescription: String { name }
    var folder: String { packageFolder + "/samples/map/\(name)" }
    func bytes() throws -> [UInt8] { try read("\(folder)/input.csv") }
    func mapping() throws -> SheetMapping { try SheetMapping(read("\(folder)/mapping.yaml")) }

    static let all = ["mill", "smelter", "trader", "modules"].map { SheetSample(name: $0) }
}

/// What holds for every spreadsheet that goes by a mapping.
@Suite struct SheetSampleTests {
    @Test(arguments: SheetSample.all) func nothingIsLostBetweenTheSheetAndItself(_ sample: SheetSample) throws {
        let report = try convert(sample.bytes(), sample, to: sample.mapping().format).report
        #expect(report.losses.map { "\($0)" } == [])
        #expect(report.account.total > 20)
    }

    /// What was written is the same sheet for every program that reads numbers.
    @Test(arguments: SheetSample.all) func whatIsWrittenIsWrittenAgainAsItIs(_ sample: SheetSample) throws {
        let format = try sample.mapping().format
        let once = try convert(sample.bytes(), sample, to: format).output
        #expect(try convert(once, sample, to: format).output == once)
    }

    @Test(arguments: SheetSample.all) func theSheetComesBackFromOurOwnFormat(_ sample: SheetSample) throws {
        let format = try sample.mapping().format
        let emx = try convert(sample.bytes(), sample, to: #require(Format.named("emx")))
        #expect(emx.report.losses.filter { $0.kind != .added }.map { "\($0)" } == [])
        let back = try converter(to: format).convert(emx.output)
        #expect(try back.output == convert(sample.bytes(), sample, to: format).output)
    }

    @Test(arguments: SheetSample.all) func aBrokenSheetIsAnsweredWithAFinding(_ sample: SheetSample) throws {
        let bytes = try sample.bytes(), format = try sample.mapping().format
        func convert(
            _ bytes: [UInt8], _: SheetSample, to target: Format
        ) throws -> (output: [UInt8], report: ConversionReport) {
            var converter = converter(to: format)
            converter.options.format = format
            return try converter.convert(bytes)
        }
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 120)) {
            let report = try convert(Array(bytes[..<length]), sample, to: format).report
            #expect(report.account.isBalanced, "cut at \(length)")
        }
        var state: UInt64 = 7
        let marks = Array("\0\t\n\";,.-019eE' ".utf8)
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var broken = bytes
            let place = Int((state >> 33) % UInt64(bytes.count))
            broken[place] = marks[Int((state >> 20) % UInt64(marks.count))]
            let report = try convert(broken, sample, to: format).report
            #expect(report.account.isBalanced, "byte \(place)")
        }
    }

    @Test(arguments: SheetSample.all) func aBrokenMappingIsAnsweredWithAPlace(_ sample: SheetSample) throws {
        let bytes = try read("\(sample.folder)/mapping.yaml")
        for length in stride(from: 0, to: bytes.count, by: 9) {
            var copies = [Array(bytes[..<length]), bytes]
            copies[1].removeSubrange(length..<min(length + 3, bytes.count))
            for copy in copies {
                do throws(SheetMappingError) { _ = try SheetMapping(copy) } catch {
                    #expect(!error.diagnostics.isEmpty)
                    #expect(error.diagnostics.allSatisfy { $0.location != nil }, "cut at \(length)")
                }
            }
        }
    }

    private func convert(
        _ bytes: [UInt8], _ sample: SheetSample, to target: Format
    ) throws -> (output: [UInt8], report: ConversionReport) {
        var converter = converter(to: target)
        converter.options.format = try sample.mapping().format
        return try converter.convert(bytes)
    }
}
