import EmissionsModel

extension Period {
    /// Whether it includes the beginning of a year, or anything after it.
    func reaches(year: Int) -> Bool {
        guard let end else { return false }
        let newYear = CalendarDay(year, 1, 1).seconds
        // The end is the first moment after the period; a day without a time is the period's last.
        return end.hasTime ? end.seconds > newYear : end.seconds >= newYear
    }
}
