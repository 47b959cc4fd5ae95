import Testing

/// Numbers are compared as decimals, whatever their size.
@Suite struct NumberTests {
    @Test(arguments: [
        (#"{"const": 9007199254740993}"#, "9007199254740993", true),
        (#"{"const": 9007199254740993}"#, "9007199254740992", false),
        (#"{"const": 1.0}"#, "1e0", true),
        (#"{"const": 0}"#, "-0.0", true),
        (#"{"const": 0.1}"#, "0.10", true),
        (#"{"const": 0.1}"#, "0.1000000000000000055511151231257827", false),
        (#"{"enum": [1e400]}"#, "10e399", true),
        (#"{"enum": [1e400]}"#, "1e401", false),
        (#"{"type": "integer"}"#, "1.0", true),
        (#"{"type": "integer"}"#, "1e400", true),
        (#"{"type": "integer"}"#, "1.5", false),
        (#"{"type": "integer"}"#, "1e-400", false),
        (#"{"type": "integer"}"#, "0e-999999999999999999999", true),
        (#"{"maximum": 1e400}"#, "1e999999999999999999999999", false),
        (#"{"minimum": -1e400}"#, "-1e399", true),
        (#"{"exclusiveMinimum": 0}"#, "1e-99999999999999999999", true),
        (#"{"exclusiveMinimum": 0}"#, "0.000", false),
        (#"{"minimum": 9007199254740993}"#, "9007199254740992", false),
        (#"{"multipleOf": 0.01}"#, "0.07", true),
        (#"{"multipleOf": 0.01}"#, "4.355", false),
        (#"{"multipleOf": 0.0001}"#, "0.0075", true),
        (#"{"multipleOf": 7}"#, "1e999999999", false),
        (#"{"multipleOf": 2.5}"#, "1e999999999", true),
        (#"{"multipleOf": 100}"#, "50", false),
        (#"{"multipleOf": 999999999999999999}"#, "999999999999999998000000000000000001", true),
        (#"{"multipleOf": 999999999999999999}"#, "999999999999999998000000000000000002", false),
        (#"{"uniqueItems": true}"#, "[1, 1.00]", false),
        (#"{"uniqueItems": true}"#, "[9007199254740993, 9007199254740992]", true),
        (#"{"maxLength": 1e0}"#, #""ab""#, false),
    ])
    func numbersAreExact(schema: String, value: String, isAllowed: Bool) throws {
        #expect(try findings(schema, value).isEmpty == isAllowed)
    }
}
