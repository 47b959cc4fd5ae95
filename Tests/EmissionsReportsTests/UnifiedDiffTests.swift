import EmissionsExchange
import EmissionsReports
import Testing

@Suite struct UnifiedDiffTests {
    /// A diff of pieces: what is kept is a text, what is replaced a text for another.
    private func diff(_ pieces: (String, String)...) throws -> String {
        var diff = UnifiedDiff(old: "a", new: "b")
        var output: [UInt8] = []
        for (before, after) in pieces {
            let bytes = Array(before.utf8)
            let piece = before == after ? CopiedPiece.kept(bytes[...]) : .replaced(bytes, by: Array(after.utf8))
            output += try diff.add(piece)
        }
        return String(decoding: output + diff.end(), as: UTF8.self)
    }

    private func kept(_ text: String) -> (String, String) { (text, text) }

    @Test func aCopyThatIsTheSameHasNoDiff() throws {
        #expect(try diff(kept("1\n2\n")) == "")
    }

    @Test func threeLinesAreShownAroundAChange() throws {
        #expect(
            try diff(kept("1\n2\n3\n4\n5"), ("x", "y"), kept("\n6\n7\n8\n9\n"))
                == "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5x\n+5y\n 6\n 7\n 8\n")
    }

    @Test func changesThatAreFarApartAreTwoHunks() throws {
        let text = try diff(("x", "y"), kept("\n1\n2\n3\n4\n5\n6\n7\n"), ("x", "y"), kept("\n"))
        #expect(
            text == "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-x\n+y\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-x\n+y\n")
    }

    @Test func aLineBreakThatGoesJoinsLines() throws {
        #expect(
            try diff(kept("<a>"), ("\n  ", ""), kept("5"), ("\n", ""), kept("</a>\n1\n"))
                == "--- a\n+++ b\n@@ -1,4 +1,2 @@\n-<a>\n-  5\n-</a>\n+<a>5</a>\n 1\n")
    }

    @Test func aFileThatEndsInALineSaysSo() throws {
        let end = "\n\\ No newline at end of file\n"
        #expect(try diff(("x", "y")) == "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-x\(end)+y\(end)")
    }

    @Test func aLineThatNobodyCouldReadIsRefused() {
        #expect(throws: UnifiedDiff.Failure.self) { try diff(kept(String(repeating: "x", count: (1 << 20) + 1))) }
    }
}
