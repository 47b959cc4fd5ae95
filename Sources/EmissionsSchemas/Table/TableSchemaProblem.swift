import EmissionsDiagnostics

extension SchemaProblem {
    /// The same, under the code and with the advice that it has in a table schema.
    var ofTable: SchemaProblem {
        var problem = self
        switch code {
        case "JSC-101":
            problem.code = "TAB-101"
            problem.help = "Mend the schema, or ask who publishes it for one that follows Table Schema."
        case "JSC-103": problem.code = "TAB-103"
        default: break
        }
        return problem
    }

    static func twice(_ name: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "TAB-101", message: "the schema has two fields called \(name.clipped)",
            help: "Give every field a name of its own.", place: place)
    }

    static func unknownField(_ name: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "TAB-101", message: "a key names the field \(name.clipped), which the schema does not have",
            help: "Name a field of this schema.", place: place)
    }

    static func misplaced(_ constraint: String, _ field: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "TAB-101", message: "\(constraint) is no constraint for the type of the field \(field.clipped)",
            help: "Take it out, or give the field another type.", place: place)
    }

    static func unsupported(_ what: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "TAB-102", message: "\(what) is not supported",
            help: "Take it out of the schema, or check what it asks for with another program.", place: place)
    }

    static func openFormat(_ field: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "TAB-102", message: "format any of the field \(field.clipped) leaves open what is a date",
            help: "Say how it is written, such as %d.%m.%Y.", place: place)
    }
}
