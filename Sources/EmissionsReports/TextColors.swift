import EmissionsDiagnostics

/// How parts of a text are told apart on a terminal: with colors, or not at all.
public struct TextColors: Sendable {
    private let isOn: Bool

    public static let on = TextColors(isOn: true)
    public static let off = TextColors(isOn: false)

    private init(isOn: Bool) { self.isOn = isOn }

    func strong(_ text: String) -> String { paint(text, "1") }
    func faint(_ text: String) -> String { paint(text, "2") }
    func loud(_ text: String) -> String { paint(text, "1;31") }

    func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
        switch severity {
        case .error: paint(text, "1;31")
        case .warning: paint(text, "1;33")
        case .note: paint(text, "1;36")
        }
    }

    private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
