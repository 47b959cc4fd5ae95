import EmissionsModel

extension DataQuality {
    /// Whether anything is rated.
    var hasRating: Bool {
        technological != nil || temporal != nil || geographical != nil || completeness != nil || reliability != nil
    }
}
