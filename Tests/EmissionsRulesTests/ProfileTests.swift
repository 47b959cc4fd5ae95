import EmissionsDiagnostics
import EmissionsRules
import Testing

@Suite struct ProfileTests {
    @Test func everyRuleIsInAProfile() {
        let used = Set(Profile.all.flatMap { $0.entries.map(\.code) })
        for rule in RuleCatalog.all where rule.about.status == .active {
            #expect(used.contains(rule.about.code))
        }
    }

    @Test(arguments: Profile.all.map(\.name)) func everyCodeExists(name: String) throws {
        let profile = try #require(Profile.named(name))
        for entry in profile.entries {
            #expect(RuleCatalog.rule(entry.code) != nil, "\(entry.code)")
        }
    }

    @Test func namesAreUnique() {
        #expect(Set(Profile.all.map(\.name)).count == Profile.all.count)
    }

    @Test func ownEntriesReplaceThoseOfTheBase() {
        let base = Profile("base", title: "", purpose: "", entries: ["DU-001": .warning, "DU-002": .error])
        let profile = Profile("own", title: "", purpose: "", extending: base, entries: ["DU-001": .error])
        #expect(profile.entries == [.init("DU-001", .error), .init("DU-002", .error)])
    }
}
