import EmissionsModel

extension String {
    /// Whether it looks like the number of an economic operator in the EU's customs systems: the code of a country and
    /// up to 15 letters and digits.
    var isEORI: Bool {
        (3...17).contains(utf8.count) && Countries.isAccepted(String(prefix(2)))
            && utf8.dropFirst(2).allSatisfy(\.isASCIIAlphanumeric)
    }
}

extension Party {
    /// Whether neither number nor name is given.
    var isNameless: Bool { identifier == nil && name == nil }
}
