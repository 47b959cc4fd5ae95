import EmissionsModel

extension ProductFootprint {
    /// Whether so much of its mass is biogenic carbon, more than 5 %, that land-related figures are asked for; `nil`
    /// where the mass is not known.
    var isBiogenic: Bool? {
        guard let carbon = carbonContent.biogenic, carbon.isPositive else { return false }
        guard let mass = declaredUnit.mass, mass.isPositive, let twentyfold = carbon.multiplied(by: 20) else {
            return nil
        }
        return twentyfold > mass
    }
}
