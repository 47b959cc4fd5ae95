import EmissionsModel
import Testing

@Suite struct PositionedCaseTests {
    private func expectPositions<Case: PositionedCase>(_ type: Case.Type) {
        #expect(Case.allCases.map(\.position) == Array(0..<Case.allCases.count))
    }

    @Test func everyCaseIsAtThePositionThatItsListGivesIt() {
        expectPositions(Indicator.self)
        expectPositions(CharacterizationMethod.self)
        expectPositions(IndicatorUnit.self)
        expectPositions(LifeCycleModule.self)
    }

    @Test func modulesAreInTheOrderOfTheirNames() {
        #expect(LifeCycleModule.allCases.sorted() == LifeCycleModule.allCases)
        #expect(LifeCycleModule.allCases.map(\.rawValue).sorted() == LifeCycleModule.allCases.map(\.rawValue))
    }

    @Test(arguments: LifeCycleModule.allCases) func aModuleIsReadByItsName(module: LifeCycleModule) {
        #expect(ModuleRange(module.rawValue) == ModuleRange(module))
        #expect(ModuleRange("A0-\(module.rawValue)")?.last == module)
    }

    @Test(arguments: [
        "", "A", "A6", "B0", "B9", "C5", "D1", "a1", "A1-", "-A1", "A3-A1", "A1-A2-A3", "E1", "A/", "A10",
    ])
    func whatIsNoModuleIsNotRead(text: String) {
        #expect(ModuleRange(text) == nil)
    }
}
