import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What a value looks like where it is written down: as much of a spelling as a schema can say.
public indirect enum ValueShape: Hashable, Sendable {
    case text
    /// Digits with a point, perhaps with a sign and a power of ten.
    case decimal
    /// A day, or a day with a time.
    case timestamp
    case bool
    /// One of a closed list.
    case words([String])
    /// The whole of the text matches a regular expression.
    case pattern(String)
    /// Several in one text, with ` | ` between them.
    case items(ValueShape)
    /// JSON inside of a text.
    case object
    /// A format, a path and a content.
    case carried
    case anything
}

extension FieldDescription {
    /// A value in a node of its own, as its spelling describes it.
    init<Value>(_ name: NodeName, _ path: FieldPath, _ spelling: Spelling<Value>) {
        self.init(name: name.description, path: path.description, spelling: spelling.expected)
        (shape, kind) = (spelling.shape, spelling.kind)
    }

    /// A list of values that the spelling describes.
    init<Value>(listOf spelling: Spelling<Value>, _ name: NodeName, _ path: FieldPath) {
        self.init(name, path, spelling)
        (self.spelling, isList) = ("a list; each " + spelling.expected, true)
    }
}
