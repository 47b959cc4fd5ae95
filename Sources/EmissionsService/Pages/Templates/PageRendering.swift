import EmissionsReports

/// Puts values into a template.
struct PageRendering {
    private let templates: [String: PageTemplate]
    private let texts: Texts
    private var scopes: [PageValue]
    private(set) var output = ""

    init(_ templates: [String: PageTemplate], _ texts: Texts, _ value: PageValue) {
        (self.templates, self.texts, scopes) = (templates, texts, [value])
    }

    mutating func render(_ pieces: [PageTemplate.Piece]) {
        for piece in pieces {
            switch piece {
            case .literal(let text): output += text
            case .value(let path):
                if case .text(let text)? = value(at: path) { output += HTMLText.escapedLines(text) }
            case .text(let key): output += HTMLText.escapedLines(texts[key])
            case .partial(let name): if let template = templates[name] { render(template.pieces) }
            case .section(let path, let isInverted, let inner):
                let items = value(at: path)?.items ?? []
                if isInverted {
                    if items.isEmpty { render(inner) }
                    continue
                }
                for item in items {
                    scopes.append(item)
                    render(inner)
                    scopes.removeLast()
                }
            }
        }
    }

    /// The first name is looked for from the inside out, the others within what it names.
    private func value(at path: [Substring]) -> PageValue? {
        guard let first = path.first.map(String.init) else { return scopes.last }
        guard var value = scopes.reversed().lazy.compactMap({ $0[first] }).first else { return nil }
        for name in path.dropFirst() {
            guard let inner = value[String(name)] else { return nil }
            value = inner
        }
        return value
    }
}
