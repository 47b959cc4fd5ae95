import EmissionsDiagnostics
import EmissionsExchange
import EmissionsModel
import EmissionsSyntax
import Testing

@testable import EmissionsFormats

/// A format whose submissions are archives: each file in `records/` is one good, called as the file is.
extension Format {
    fileprivate static let cabinet: Format = {
        var format = Format(
            name: "cabinet", title: "Cabinet", versions: ["1"], writtenVersions: ["1"], fileExtension: "zip",
            profiles: { _ in ["core"] },
            recognize: { start in
                guard case .archive(let names) = start.content, names.contains(where: { $0.hasPrefix("records/") })
                else { return nil }
                return Recognition(confidence: .yes, version: "1", evidence: "files in records/")
            },
            makeReader: { _, _, _ in CabinetReader(MemoryPackage([])) },
            writer: { Format.emx.writer($0) }, tables: { [] })
        format.packageReader = { package, _, _ in CabinetReader(package) }
        return format
    }()
}

private struct CabinetReader: SubmissionReader {
    private let package: any Package
    private var left: [PackageMember]
    let version: String? = "1"

    init(_ package: any Package) {
        self.package = package
        left = package.members.filter { $0.name.hasPrefix("records/") }.reversed()
    }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        guard let member = left.popLast() else { return nil }
        let source = try package.source(of: member)
        while try source.next() != nil {}
        var good = ImportedGood()
        good.itemNumber = member.name
        return .good(good)
    }
}

@Suite struct ArchiveTests {
    private let footprint = #"{"emx": "1.0", "header": {}, "records": []}"#

    @Test func aPackageIsReadByTheReaderOfItsFormat() throws {
        let file = try archive(("records/a", ""), ("records/b", ""), ("readme", ""))
        let report = Validator(options(.cabinet)).validate(file)
        #expect(report.format == "cabinet" && report.records == 2 && report.verdict.isKnown)
    }

    @Test func aFaultOfAMemberEndsTheReadingOfAPackage() throws {
        var bytes = try zip(("records/a", "some text"))
        bytes[42] ^= 1
        let file = try SourceFile(path: "a.zip", ByteSource(bytes))
        let report = Validator(options(.cabinet)).validate(file)
        #expect(report.verdict == .unreadable && report.findings.map(\.code) == ["ZIP-003"])
    }

    @Test func aPackageCanBeConverted() throws {
        let file = try archive(("records/a", ""))
        var output: [UInt8] = []
        let report = Converter(options(.cabinet), to: .emx).convert(file, startOver: {}, into: { output += $0 })
        #expect(String(decoding: output, as: UTF8.self).contains("records/a"))
        #expect(report.account.isBalanced)
    }

    @Test func aFormatTellsItsPackagesByTheNamesInThem() throws {
        let names = FileStart(members: ["records/a"])
        #expect(Format.cabinet.recognize(names)?.version == "1")
        #expect(Format.cabinet.readsPackages && !Format.emx.readsPackages)
    }

    @Test func aPackageOfAFormatIsNoFolderOfFiles() throws {
        let file = try archive(("records/a", ""))
        #expect(file.archivedFiles(as: .cabinet) == nil)
        #expect(file.archivedFiles()?.map(\.path) == ["a.zip!/records/a"])
    }

    @Test func anArchiveOfNoFormatIsAFolderOfFilesInOrder() throws {
        let file = try archive(("b/c.json", footprint), (".hidden", ""), ("a.json", footprint))
        #expect(file.detected == nil)
        let files = try #require(file.archivedFiles())
        #expect(files.map(\.path) == ["a.zip!/a.json", "a.zip!/b/c.json"])
        #expect(try files.map { try $0.open().detected?.format.name } == ["emx", "emx"])
    }

    @Test func oneFileOfAnArchiveIsFoundByItsName() throws {
        let file = try archive(("a.json", footprint))
        #expect(try file.archivedFile("a.json").open().path == "a.zip!/a.json")
        let error = #expect(throws: SyntaxError.self) { try file.archivedFile("b.json") }
        #expect(error?.kind == .unavailable)
    }

    @Test func anArchiveInAnArchiveIsNotOpened() throws {
        let inner = String(decoding: try zip(), as: UTF8.self)
        let files = try #require(try archive(("inner.zip", inner)).archivedFiles())
        let error = #expect(throws: SyntaxError.self) { try files[0].open() }
        #expect(error?.diagnostic.code == "ZIP-010")
    }

    @Test func aPackageInMemoryIsReadAsAnArchiveIs() throws {
        let file = SourceFile(path: "out", MemoryPackage([("records/a", [])]))
        #expect(Validator(options(.cabinet)).validate(file).records == 1)
    }

    @Test func anArchiveWithoutFilesIsReported() throws {
        let file = try archive()
        #expect(file.archivedFiles() == nil)
        let report = Validator(options(nil)).validate(file)
        #expect(report.verdict == .unreadable && "\(report.findings)".contains("the archive has no files in it"))
    }

    @Test(arguments: [["[Content_Types].xml", "xl/workbook.xml"], ["mimetype", "content.xml"]])
    func aSpreadsheetIsNoFolderOfFiles(names: [String]) throws {
        let file = try SourceFile(path: "a.xlsx", ByteSource(try zip(names.map { ($0, "") })))
        #expect(file.archivedFiles() == nil)
        #expect("\(Validator(options(nil)).validate(file).findings)".contains("office program"))
    }

    @Test func aWholeArchiveIsNotTakenForAFileOfAnotherFormat() throws {
        let report = Validator(options(.emx)).validate(try archive(("a.json", footprint)))
        #expect(report.verdict == .unreadable && report.format == nil)
    }

    private func options(_ format: Format?) -> ReadingOptions {
        var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
        options.format = format
        return options
    }

    private func zip(_ files: (String, String)...) throws -> [UInt8] { try zip(files) }

    private func zip(_ files: [(String, String)]) throws -> [UInt8] {
        var writer = ZipWriter()
        for (name, text) in files { try writer.add(name, Array(text.utf8)) }
        return try writer.bytes()
    }

    private func archive(_ files: (String, String)...) throws -> SourceFile {
        try SourceFile(path: "a.zip", ByteSource(try zip(files)))
    }
}

/// A format whose files hold one record each.
@Suite struct OneRecordTests {
    private static let narrow: Format = {
        let emx = Format.emx
        return Format(
            name: "narrow", title: "Narrow", versions: ["1"], writtenVersions: ["1"], fileExtension: "json",
            profiles: { _ in [] }, recognize: { _ in nil }, makeReader: { emx.reader($0, $1, observer: $2) },
            writer: { version in
                var writer = emx.writer(version)
                writer.holdsOneRecord = true
                return writer
            }, tables: { [] })
    }()

    private static func source(_ count: Int) throws -> SourceFile {
        let goods = (0..<count).map { #"{"good": {"itemNumber": "\#($0)"}}"# }.joined(separator: ",")
        let text = #"{"emx": "1.0", "header": {"identifier": "H"}, "records": [\#(goods)]}"#
        return try SourceFile(path: "a", ByteSource(Array(text.utf8)))
    }

    private func convert(_ count: Int, splits: Bool) throws -> (files: [String], report: ConversionReport) {
        var converter = Converter(
            ReadingOptions(today: CalendarDay(2026, 11, 24)), to: Self.narrow)
        converter.splitsRecords = splits
        var files: [[UInt8]] = [[]]
        let report = converter.convert(
            try Self.source(count), startOver: { files = [[]] }, nextFile: { files.append([]) },
            into: { files[files.count - 1] += $0 })
        return (files.map { String(decoding: $0, as: UTF8.self) }, report)
    }

    @Test func eachRecordGetsAWholeFileOfItsOwn() throws {
        let (files, report) = try convert(3, splits: true)
        #expect(files.count == 3)
        for (index, text) in files.enumerated() {
            let file = try SourceFile(path: "b", ByteSource(Array(text.utf8)))
            let read = Validator(ReadingOptions(today: CalendarDay(2026, 11, 24))).validate(file)
            #expect(read.records == 1 && read.verdict.isKnown)
            #expect(text.contains(#""itemNumber": "\#(index)""#) && text.contains(#""identifier": "H""#))
        }
        #expect(report.account.isBalanced && report.account.lost == 0 && !report.needsFolder)
    }

    @Test func severalRecordsDoNotGoIntoOneFile() throws {
        let report = try convert(3, splits: false).report
        #expect(report.needsFolder && !report.isComplete)
        #expect(report.source.findings.filter { $0.code == "CNV-011" }.count == 1)
        #expect(report.account.isBalanced)
    }

    @Test func oneRecordNeedsNoFolder() throws {
        #expect(try !convert(1, splits: false).report.needsFolder)
    }
}
