import EmissionsDiagnostics
import EmissionsService
import Foundation
import TestSupport
import Testing

/// Where settings come from, and what is said where they are wrong.
@Suite struct ConfigurationTests {
    private func outcome(
        file: String? = nil, environment: [String: String] = [:], given: [(name: String, value: String)] = []
    ) throws -> SettingSources.Outcome {
        try SettingSources(file: file.map { Array($0.utf8) }, environment: environment, given: given)
            .applied(to: ServiceConfiguration(executable: "emx"))
    }

    private func problems(_ file: String) throws -> [String] {
        do {
            _ = try outcome(file: file)
            return []
        } catch let error as ConfigurationError {
            return error.diagnostics.map {
                "\($0.location.map { "\($0.line):\($0.column)" } ?? "") \($0.code) \($0.message)"
            }
        }
    }

    private func words(
        environment: [String: String] = [:], given: [(name: String, value: String)] = []
    ) throws -> [String] {
        do {
            _ = try outcome(environment: environment, given: given)
            return []
        } catch let error as ConfigurationError { return error.words }
    }

    @Test func theCommandLineCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws {
        let file = "listen:\n  port: 1\n  host: one\nworkers:\n  count: 3\n"
        let variables = ["EMX_LISTEN_PORT": "2", "EMX_LISTEN_HOST": "two"]
        let outcome = try outcome(file: file, environment: variables, given: [("listen.port", "3")])
        #expect(outcome.configuration.port == 3)
        #expect(outcome.configuration.host == "two")
        #expect(outcome.configuration.workers.count == 3)
        #expect(outcome.origins == ["listen.port": .commandLine, "listen.host": .environment, "workers.count": .file])
    }

    @Test func aKeyThatIsMisspelledIsToldWithItsPlace() throws {
        let found = try problems("upload:\n  maxByte: 5\n")
        #expect(found == ["2:12 CFG-001 upload has no 'maxByte' (did you mean 'maxBytes'?)"])
    }

    @Test func aGroupThatIsMisspelledIsToldWithItsPlace() throws {
        #expect(
            try problems("\nuploads:\n  maxBytes: 5\n").first?.hasSuffix(
                "CFG-001 there is no 'uploads' to set (did you mean 'upload'?)") == true)
    }

    @Test func aValueThatIsWrongIsToldWithWhatIsExpected() throws {
        #expect(
            try problems("listen:\n  port: 70000\n") == [
                "2:9 CFG-002 listen.port is '70000', must be a whole number from 0 to 65535"
            ])
    }

    @Test func allThatIsWrongIsToldAtOnce() throws {
        #expect(try problems("listen:\n  port: x\n  hots: y\nlog:\n  level: loud\n").count == 3)
    }

    @Test func whatIsNoYAMLIsToldWithItsPlace() throws {
        #expect(try problems("listen: [").first?.contains(" YML-001 ") == true)
    }

    @Test func aListIsWordsOfAList() throws {
        let outcome = try outcome(file: "oidc:\n  algorithms: [ES256, RS256]\n")
        #expect(outcome.configuration.tokens.algorithms == ["ES256", "RS256"])
    }

    @Test func algorithmsBySecretsCanNotBeAllowed() throws {
        for name in ["HS256", "none"] {
            #expect(try problems("oidc:\n  algorithms: [ES256, \(name)]\n").count == 1)
        }
    }

    @Test func aVariableThatIsWrongIsNamed() throws {
        #expect(
            try words(environment: ["EMX_WORKERS_COUNT": "many"]) == [
                "EMX_WORKERS_COUNT is 'many', must be a whole number from 1 to 512"
            ])
    }

    @Test func aVariableThatIsMisspelledIsNotPassedOver() throws {
        #expect(
            try words(environment: ["EMX_UPLOAD_MAXBYTES": "1"]) == [
                "there is no setting EMX_UPLOAD_MAXBYTES (did you mean 'EMX_UPLOAD_MAX_BYTES'?)"
            ])
    }

    @Test func aVariableThatIsLikeNoSettingIsTold() throws {
        #expect(try outcome(environment: ["EMX_COLOUR_OF_THE_SKY": "1"]).unknownVariables == ["EMX_COLOUR_OF_THE_SKY"])
    }

    @Test func anEmptyVariableCountsAsNotSet() throws {
        #expect(try outcome(environment: ["EMX_LISTEN_PORT": ""]).configuration.port == 8080)
    }

    @Test func bytesHaveUnits() throws {
        let outcome = try outcome(given: [("upload.maxBytes", "3 GiB"), ("sync.maxBytes", "64KiB")])
        #expect(outcome.configuration.uploads.maxBytes == 3 << 30)
        #expect(outcome.configuration.syncMaxBytes == 64 << 10)
    }

    @Test(arguments: ["99999999999999999999", "9223372036854775807 GiB", "-1", "1 GB", "", "1.5GiB"])
    func bytesThatAreNoneAreRefused(text: String) throws {
        #expect(try words(given: [("upload.maxBytes", text)]).count == 1)
    }

    @Test func theDatabasesURLIsNotRepeated() throws {
        let found = try words(environment: ["EMX_DATABASE_URL": "mysql://user:secret@host"])
        #expect(found == ["EMX_DATABASE_URL is something else, must be a URL that begins with postgres://"])
    }

    @Test(arguments: ["emx.example", "https://", "https://emx.example/path", "ftp://emx.example"])
    func aPublicURLIsASchemeAndAName(text: String) throws {
        #expect(try words(given: [("listen.publicURL", text)]).count == 1)
        #expect(try words(given: [("listen.publicURL", "https://emx.example:8443")]) == [])
    }

    @Test func halfAnIssuerIsRefused() throws {
        #expect(
            try words(given: [("oidc.issuer", "https://a")]) == [
                "oidc.audience and oidc.keys must be set, too, before tokens are taken"
            ])
    }

    @Test func everySettingTakesTheValueThatItHas() throws {
        for setting in Setting.all {
            guard let value = setting.value(ServiceConfiguration(executable: "emx")) else { continue }
            #expect(try words(given: [(setting.name, value)]) == [], "\(setting.name)")
        }
    }

    @Test func namesAndVariablesAreUnique() {
        #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }

    @Test(arguments: [
        ("upload.maxBytesInMemory", "EMX_UPLOAD_MAX_BYTES_IN_MEMORY"), ("listen.publicURL", "EMX_LISTEN_PUBLIC_URL"),
        ("database.urlFile", "EMX_DATABASE_URL_FILE"), ("listen.port", "EMX_LISTEN_PORT"),
    ])
    func aVariableIsTheNamesWords(name: String, variable: String) {
        #expect(Setting.named(name)?.variable == variable)
    }

    @Test func theDocumentsThatAreWorkedOnStandInTheDataFolder() throws {
        #expect(try outcome(given: [("data.folder", "/x")]).configuration.workFolder == "/x/uploads")
        let both = try outcome(given: [("upload.folder", "/y"), ("data.folder", "/x")])
        #expect(both.configuration.workFolder == "/y")
    }

    /// `UPDATE_DOCS=1 swift test --filter ConfigurationTests` writes the table anew.
    @Test func thePageListsAllSettings() throws {
        let path = packageFolder + "/docs/OPERATIONS.md"
        let text = String(decoding: try read(path), as: UTF8.self)
        let start = try #require(text.range(of: "<!-- settings -->\n")).upperBound
        let end = try #require(text.range(of: "<!-- end of settings -->")).lowerBound
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            let fresh = text.replacingCharacters(in: start..<end, with: Setting.table)
            return try Data(fresh.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(text[start..<end] == Setting.table, "the table is stale; run with UPDATE_DOCS=1")
    }
}
