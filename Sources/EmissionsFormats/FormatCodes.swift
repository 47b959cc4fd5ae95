public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes that belong to one format or family of formats.
    public static let formats: [CodeDescription] =
        emx + emxCSV + pact + catenaX + aas + ileap + cbam + ilcd + oekobaudat + openEPD + lcax + dataPackage + untp
        + sheet
}
