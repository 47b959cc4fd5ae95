import FoundationEssentials
import TestSupport

/// A Swift file of the package, as text.
struct SourceFile: Sendable {
    /// From the package's folder: `Sources/EmissionsSyntax/ReadLog.swift`.
    let path: String
    let lines: [Substring]

    /// The folders that lead to the file, without `Sources`.
    var folders: [Substring] { path.split(separator: "/").dropFirst().dropLast() }
    var target: String { folders.first.map(String.init) ?? "" }

    /// The lines without what stands in comments to themselves.
    var code: [(number: Int, text: Substring)] {
        lines.enumerated().filter { !$1.drop(while: \.isWhitespace).hasPrefix("//") }.map { ($0 + 1, $1) }
    }

    /// The modules it imports.
    var imports: [String] {
        code.compactMap { line in
            let words = line.text.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), words.count > index + 1,
                words[..<index].allSatisfy({
                    ["public", "package", "internal", "private"].contains($0) || $0.first == "@"
                })
            else { return nil }
            return String(words[index + 1])
        }
    }

    /// `path:line` of each line of code that contains a text, not as the end of a longer name.
    func places(of text: String) -> [String] {
        code.filter { line in
            var rest = line.text
            while let start = rest.firstRange(of: text)?.lowerBound {
                let before = rest[..<start].last
                if text.first?.isLetter == false || before.map({ !$0.isLetter && !$0.isNumber && $0 != "." }) ?? true {
                    return true
                }
                rest = rest[start...].dropFirst()
            }
            return false
        }
        .map { "\(path):\($0.number)" }
    }

    static let all: [SourceFile] = {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: packageFolder + "/Sources")) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let bytes = (try? read(packageFolder + "/Sources/" + name)) ?? []
            let text = String(decoding: bytes, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return SourceFile(path: "Sources/" + name, lines: lines)
        }
    }()

    static let belowTheShells = all.filter {
        !["emx", "emx-service", "EmissionsConsole", "EmissionsService", "EmissionsStore"].contains($0.target)
    }
}
