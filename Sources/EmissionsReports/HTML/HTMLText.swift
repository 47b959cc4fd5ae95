import EmissionsDiagnostics

/// Text of a submission as HTML: it can't be anything but text.
public enum HTMLText {
    static func escaped(_ text: String) -> String { escape(PlainText.line(text)) }

    /// With its line breaks, for pages that are filled from templates.
    public static func escapedLines(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count == 1 ? escaped(text) : lines.map { escaped(String($0)) }.joined(separator: "\n")
    }

    /// A fragment as a sentence begins.
    static func capitalized(_ text: String) -> String { escaped(text.prefix(1).uppercased() + text.dropFirst()) }

    /// Markdown of explanations as paragraphs, with code in backticks.
    static func paragraphs(_ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
        return paragraphs.map { "<p>\(inline($0.joined(separator: " ")))</p>" }.joined()
    }

    private static func inline(_ text: String) -> String {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().map { index, piece in
            let isCode = index % 2 == 1 && index < pieces.count - 1
            return isCode ? "<code>\(escaped(String(piece)))</code>" : escaped(String(piece))
        }.joined()
    }

    /// A line of a submission with the stretch marked that a finding is about.
    static func excerpt(_ excerpt: Excerpt) -> String {
        let text = ExcerptText(excerpt)
        return "<pre><code>\(escape(text.before))<mark>\(escape(text.marked))</mark>\(escape(text.after))</code></pre>"
    }

    private static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
