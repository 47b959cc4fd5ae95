import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field<Reference> {
    /// `name`, for formats that have one, in no particular language.
    static let firstName = Field(
        descriptions: {
            [FieldDescription(name: "name", path: "names.text", spelling: "text", shape: .text)]
        },
        read: { parent, scope, record, log in
            guard let node = log.child("name", of: parent),
                let text = log.value(of: node, "name", as: .text, \Reference.names, in: scope)
            else { return }
            record.names = [LocalizedText(text)]
            log.noteFirst(\Reference.names, in: scope, from: node)
        },
        write: { record, parent, log in
            guard let text = record.names.first?.text else { return }
            log.tree.append(.text, named: "name", text: text, under: parent)
        })
}

extension ReadLog {
    /// Notes the text of the first item of a list of texts.
    mutating func noteFirst(_ key: AnyKeyPath, in scope: ScopeID, from node: NodeID) {
        let list = enter(key, of: scope, at: node)
        note(\LocalizedText.text, in: enter(index: 0, of: list, at: node), from: node)
    }
}
