import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

enum AAS {
    static let name = "aas-pcf"
    static let version = "1.0"
}

extension Format {
    /// The submodel Carbon Footprint (IDTA 02023-1-0) of an Asset Administration Shell: an environment, a submodel by
    /// itself, or its values alone. It is read only.
    public static let aasPCF = Format(
        name: AAS.name,
        title: "Asset Administration Shell, Carbon Footprint (JSON)",
        versions: [AAS.version],
        writtenVersions: [],
        fileExtension: "json",
        profiles: { _ in ["core"] },
        recognize: { start in
            guard case .json(let members, _) = start.content,
                members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref"])
            else { return nil }
            if members.isSuperset(of: ["submodelElements", "modelType", "idShort"]) {
                return Recognition(
                    confidence: .yes, version: AAS.version, evidence: "members submodelElements, modelType and idShort")
            }
            guard members.contains("ProductCarbonFootprints"), members.contains("LifeCyclePhases") else { return nil }
            return Recognition(
                confidence: .yes, version: AAS.version, evidence: "members ProductCarbonFootprints and LifeCyclePhases")
        },
        makeReader: { source, limits, _ in
            AASReader(JSONReader(source, limits: limits, streams: ["submodels", AASReader.list]))
        },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { _, _ in Written() }, separator: [], end: [],
                adapt: { part, _ in .unchanged(part) })
        },
        tables: { [FieldTable(title: "ProductCarbonFootprint", rows: AASFields.rows)] })
}
