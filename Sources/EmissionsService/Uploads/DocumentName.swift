import Hummingbird

/// What a document is called, which is shown and never opened.
enum DocumentName {
    static let unknown = "upload"
    private static let most = 200

    /// The last part of a path, without characters that could deceive.
    static func clean(_ text: some StringProtocol) -> String {
        let last = String(text.reversed().prefix { $0 != "/" && $0 != "\\" }.reversed())
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        let name = String(String.UnicodeScalarView(scalars)).prefix(most)
        return name.isEmpty || name == "." || name == ".." ? unknown : String(name)
    }
}
