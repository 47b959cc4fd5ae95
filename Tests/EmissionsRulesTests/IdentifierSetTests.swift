import EmissionsRules
import Testing

@Suite struct IdentifierSetTests {
    @Test(arguments: [
        "7b1f4c0e-52f8-4d6b-9a3e-0c8d21f6a911", "7B1F4C0E-52F8-4D6B-9A3E-0C8D21F6A911", "urn:uuid:7b1f4c0e", "",
        "7b1f4c0e-52f8-4d6b-9a3e-0c8d21f6a91g", "7b1f4c0e052f8-4d6b-9a3e-0c8d21f6a911", "ä",
    ])
    func onlyTheSameSpellingIsThere(identifier: String) {
        var set: IdentifierSet = ["7b1f4c0e-52f8-4d6b-9a3e-0c8d21f6a912"]
        #expect(!set.contains(identifier))
        set.insert(identifier)
        #expect(set.contains(identifier))
        #expect(set.contains(identifier.uppercased()) == (identifier == identifier.uppercased()))
    }
}
