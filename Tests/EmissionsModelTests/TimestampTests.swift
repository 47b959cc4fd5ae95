import EmissionsModel
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02T00:00:00Z", 86_400), ("2026-02-28T23:59:59.25Z", 1_772_323_199),
        ("2024-02-29", 1_709_164_800), ("20240229", 1_709_164_800), ("2026-01-01T01:00:00+01:00", 1_767_225_600),
        ("1969-12-31T23:00:00Z", -3600), ("2026-01-01T00:00Z", 1_767_225_600),
    ])
    func datesAndTimesAreRead(_ text: String, _ seconds: Int64) {
        let stamp = Timestamp(text)
        #expect(stamp?.seconds == seconds)
        #expect(stamp?.written == text)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-00-10", "2026-1-1", "2026-01-01T", "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+1", "2026-01-01Z0", "01.02.2026",
        "2026/01/01", "2026-01-01 00:00:00", "202601011",
    ])
    func whatIsNoDateIsNotRead(_ text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func daysAreThoseOfTheCalendar() {
        #expect(Timestamp("2024-02-29T23:59:59Z")?.day == CalendarDay(2024, 2, 29))
        #expect(Timestamp("1900-03-01")?.day == CalendarDay(1900, 3, 1))
        #expect(Timestamp("0001-01-01")?.day == CalendarDay(1, 1, 1))
        #expect(CalendarDay(2024, 2, 29).adding(years: 3).seconds == CalendarDay(2027, 2, 28).seconds)
    }

    @Test func theOffsetIsKept() {
        #expect(Timestamp("2026-01-01T00:00:00+05:30")?.offset == 330)
        #expect(Timestamp("2026-01-01T00:00:00")?.offset == nil)
        #expect(Timestamp("2026-01-01T00:00:00Z")?.offset == 0)
    }
}
