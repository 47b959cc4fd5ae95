import EmissionsConsole
import EmissionsModel
import Glibc

/// The day on which validity is judged: `EMX_TODAY` (a day), else `SOURCE_DATE_EPOCH` (seconds), else the clock, in UTC.
enum Today {
    static func day() throws -> CalendarDay {
        if let text = Environment["EMX_TODAY"] {
            guard let day = Timestamp(text)?.day else {
                throw UsageError("EMX_TODAY is '\(text)', expected a day such as 2026-11-24")
            }
            return day
        }
        if let text = Environment["SOURCE_DATE_EPOCH"] {
            guard let seconds = Int64(text) else {
                throw UsageError("SOURCE_DATE_EPOCH is '\(text)', expected seconds since 1970")
            }
            return CalendarDay(secondsSince1970: seconds)
        }
        return CalendarDay(secondsSince1970: Int64(time(nil)))
    }
}
