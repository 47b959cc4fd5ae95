import Testing

@Suite struct SizeTests {
    static let limit = 350

    @Test func noFileIsLongerThanAReaderCanHold() {
        #expect(
            SourceFile.all.filter { $0.lines.count > Self.limit }.map { "\($0.path): \($0.lines.count) lines" } == [])
    }

    @Test func theUsualFileIsOnePage() {
        let counts = SourceFile.all.map(\.lines.count).sorted()
        let median = counts[counts.count / 2]
        #expect(median <= 110, "half of the \(counts.count) files are longer than \(median) lines")
    }
}
