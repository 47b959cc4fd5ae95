import EmissionsModel

/// What other formats said beyond the model, as a PACT data model extension: PACT's own way of saying more.
enum CarriedExtension {
    static let schema = "urn:emissions-exchange:carried:1.0"

    /// Turns content carried from other formats into one extension per format.
    static func pack(_ footprint: inout ProductFootprint) {
        var formats: [String] = []
        for carried in footprint.carried where carried.format != "pact" && !formats.contains(carried.format) {
            formats.append(carried.format)
        }
        for format in formats {
            let members = footprint.carried.filter { $0.format == format }
                .map { CarriedContent.Member($0.path, $0.content) }
            var packed = DataModelExtension()
            packed.specificationVersion = "1.0.0"
            packed.dataSchema = schema
            packed.data = .record([.init("format", .text(format)), .init("values", .record(members))])
            footprint.extensions.append(packed)
        }
    }

    /// Turns such extensions back.
    static func unpack(_ footprint: inout ProductFootprint) {
        footprint.extensions.removeAll { packed in
            guard packed.dataSchema == schema, case .record(let data)? = packed.data, data.count == 2,
                case .text(let format) = data[0].content, case .record(let values) = data[1].content
            else { return false }
            footprint.carried += values.map { Carried(format: format, path: $0.name, content: $0.content) }
            return true
        }
    }
}
