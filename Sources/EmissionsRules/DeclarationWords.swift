import EmissionsDiagnostics
import EmissionsModel

/// Where rules about results find something.
extension FieldPath {
    static func amount(_ cell: ResultIndex.Cell) -> FieldPath { item(cell, "amount") }

    static func item(_ cell: ResultIndex.Cell, _ field: String) -> FieldPath {
        FieldPath([.name("results"), .index(cell.result), .name("amounts"), .index(cell.item), .name(field)])
    }
}

extension EmissionsModel.Reference {
    /// What it is called here, else its identifier or address; `nil` where it says nothing.
    var written: String? { name ?? identifier ?? address }

    /// The same with the identifier, for where that is what matters.
    var writtenInFull: String? {
        guard let name, let identifier else { return written }
        return "\(name) (\(identifier))"
    }

    private var name: String? { names.lazy.compactMap(\.text).first { !$0.isEmpty } }
}

extension ModuleAmount {
    /// As in `C3 (recycling)`.
    var place: String {
        let module = modules?.description ?? "no module"
        return scenario.map { "\(module) (\($0))" } ?? module
    }
}

extension ResultIndex.Column {
    /// As in `C3 (recycling)`.
    var written: String { scenario.map { "\(modules) (\($0))" } ?? modules.description }
}
