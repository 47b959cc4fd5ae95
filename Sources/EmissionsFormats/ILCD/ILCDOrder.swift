/// The order that the schema gives to the elements in an element (ILCD 1.1, ProcessDataSet). An element that is put back
/// to where it was read from has to stand among those that the tables write.
enum ILCDOrder {
    static func names(in element: String) -> [String]? { children[element] }

    private static let children: [String: [String]] = [
        "processDataSet": [
            "processInformation", "modellingAndValidation", "administrativeInformation", "exchanges", "LCIAResults",
            "common:other",
        ],
        "processInformation": [
            "dataSetInformation", "quantitativeReference", "time", "geography", "technology", "common:other",
        ],
        "dataSetInformation": [
            "common:UUID", "name", "common:synonyms", "classificationInformation", "common:generalComment",
            "referenceToExternalDocumentation", "common:other",
        ],
        "name": [
            "baseName", "functionalUnitFlowProperties", "common:other",
        ],
        "common:classification": [
            "common:class", "common:other",
        ],
        "quantitativeReference": [
            "referenceToReferenceFlow", "functionalUnitOrOther", "common:other",
        ],
        "time": [
            "common:referenceYear", "common:dataSetValidUntil", "common:timeRepresentativenessDescription",
            "common:other",
        ],
        "geography": [
            "locationOfOperationSupplyOrProduction", "common:other",
        ],
        "locationOfOperationSupplyOrProduction": [
            "descriptionOfRestrictions", "common:other",
        ],
        "technology": [
            "technologyDescriptionAndIncludedProcesses", "technologicalApplicability",
            "referenceToTechnologyPictogramme", "referenceToTechnologyFlowDiagrammOrPicture", "common:other",
        ],
        "modellingAndValidation": [
            "LCIMethodAndAllocation", "dataSourcesTreatmentAndRepresentativeness", "validation",
            "complianceDeclarations", "common:other",
        ],
        "LCIMethodAndAllocation": [
            "typeOfDataSet", "referenceToLCAMethodDetails", "common:other",
        ],
        "dataSourcesTreatmentAndRepresentativeness": [
            "referenceToDataHandlingPrinciples", "referenceToDataSource", "useAdviceForDataSet", "common:other",
        ],
        "validation": [
            "review", "common:other",
        ],
        "review": [
            "common:reviewDetails", "common:referenceToNameOfReviewerAndInstitution", "common:otherReviewDetails",
            "common:referenceToCompleteReviewReport", "common:other",
        ],
        "complianceDeclarations": [
            "compliance", "common:other",
        ],
        "compliance": [
            "common:referenceToComplianceSystem", "common:approvalOfOverallCompliance",
            "common:nomenclatureCompliance", "common:methodologicalCompliance", "common:reviewCompliance",
            "common:documentationCompliance", "common:qualityCompliance", "common:other",
        ],
        "administrativeInformation": [
            "common:commissionerAndGoal", "dataGenerator", "dataEntryBy", "publicationAndOwnership", "common:other",
        ],
        "common:commissionerAndGoal": [
            "common:referenceToCommissioner", "common:project", "common:intendedApplications", "common:other",
        ],
        "dataGenerator": [
            "common:referenceToPersonOrEntityGeneratingTheDataSet", "common:other",
        ],
        "dataEntryBy": [
            "common:timeStamp", "common:referenceToDataSetFormat", "common:referenceToPersonOrEntityEnteringTheData",
            "common:other",
        ],
        "publicationAndOwnership": [
            "common:dataSetVersion", "common:referenceToPrecedingDataSetVersion", "common:permanentDataSetURI",
            "common:dateOfLastRevision", "common:referenceToRegistrationAuthority", "common:registrationNumber",
            "common:referenceToOwnershipOfDataSet", "common:copyright",
            "common:referenceToEntitiesWithExclusiveAccess", "common:licenseType", "common:accessRestrictions",
            "common:other",
        ],
        "exchanges": [
            "exchange", "common:other",
        ],
        "exchange": [
            "referenceToFlowDataSet", "location", "functionType", "exchangeDirection", "referenceToVariable",
            "meanAmount", "resultingAmount", "minimumAmount", "maximumAmount", "uncertaintyDistributionType",
            "relativeStandardDeviation95In", "allocations", "dataSourceType", "dataDerivationTypeStatus",
            "referencesToDataSource", "generalComment", "common:other",
        ],
        "referencesToDataSource": [
            "referenceToDataSource", "common:other",
        ],
        "LCIAResults": [
            "LCIAResult", "common:other",
        ],
        "LCIAResult": [
            "referenceToLCIAMethodDataSet", "meanAmount", "uncertaintyDistributionType",
            "relativeStandardDeviation95In", "generalComment", "common:other",
        ],
        "common:other": ["epd:scenarios", "epd:amount", "epd:referenceToUnitGroupDataSet"],
    ]
}
