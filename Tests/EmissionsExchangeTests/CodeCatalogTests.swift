import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsRules
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CodeCatalogTests {
    /// The codes that stand in the sources as literals, each with a file that raises or describes it.
    static let literals: [String: String] = {
        var found: [String: String] = [:]
        for file in swiftFiles(below: packageFolder + "/Sources") {
            guard let bytes = try? read(file) else { continue }
            for literal in String(decoding: bytes, as: UTF8.self).split(separator: "\"") where isCode(literal) {
                found[String(literal)] = file
            }
        }
        return found
    }()

    @Test func everyCodeInTheSourcesIsExplained() {
        #expect(Self.literals.count > 50)
        let known = Set(CodeCatalog.codes.map(\.description))
        // Some gases are called like codes: HFC-125.
        for (code, file) in Self.literals.sorted(by: { $0.key < $1.key })
        where !known.contains(code) && GreenhouseGas(named: code) == nil {
            Issue.record("\(code) in \(file) is in no list of CodeDescription, and is no rule's")
        }
    }

    @Test func noCodeHasTwoMeanings() {
        let codes = CodeCatalog.codes
        #expect(Set(codes).count == codes.count)
    }

    @Test func descriptionsReadAsTheyShould() {
        for description in CodeCatalog.engine {
            #expect(description.title.last != ".", "\(description.code): a title is a fragment")
            #expect(description.explanation.last == ".", "\(description.code): an explanation is sentences")
            #expect(description.remedy.last == ".", "\(description.code): a remedy is a sentence")
        }
    }

    /// `READ-002`: capitals, a dash and three digits.
    private static func isCode(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count >= 2 && parts[0].utf8.allSatisfy { (65...90).contains($0) }
            && parts[1].utf8.count == 3 && parts[1].utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func swiftFiles(below folder: String) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }
}

@Suite struct FormatProfileTests {
    /// A profile that does not exist would be left out without a word.
    @Test(arguments: Format.all.map(\.name)) func theProfilesOfAFormatExist(_ name: String) throws {
        let format = try #require(Format.named(name))
        for version in format.versions.map(Optional.some) + [nil] {
            for profile in format.profiles(version) {
                #expect(Profile.named(profile) != nil, "\(name) \(version ?? "") names the profile \(profile)")
            }
        }
    }
}
