import EmissionsDiagnostics
import EmissionsModel

extension FieldPath {
    /// A field of one of the products that a carbon price covers.
    static func coveredProduct(
        _ item: Int, ofPrice index: Int, _ field: PartialKeyPath<CoveredProduct>
    ) -> FieldPath {
        FieldPath(\ProductFootprint.production.carbonPrices).appending(.index(index))
            .appending(FieldPath(\CarbonPriceDue.products)).appending(.index(item)).appending(FieldPath(field))
    }
}
