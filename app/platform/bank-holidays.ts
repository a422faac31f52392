/**
 * The bank holidays of England and Wales, as https://www.gov.uk/bank-holidays lists them under
 * "England and Wales": whole years, and the day that is kept where a holiday falls on a weekend.
 * A year is added when the government has published it; docs/operations.md says how.
 */
export const bankHolidays: Record<number, readonly string[]> = {
  2025: [
    '2025-01-01', // New Year's Day
    '2025-04-18', // Good Friday
    '2025-04-21', // Easter Monday
    '2025-05-05', // Early May
    '2025-05-26', // Spring
    '2025-08-25', // Summer
    '2025-12-25', // Christmas Day
    '2025-12-26', // Boxing Day
  ],
  2026: [
    '2026-01-01', // New Year's Day
    '2026-04-03', // Good Friday
    '2026-04-06', // Easter Monday
    '2026-05-04', // Early May
    '2026-05-25', // Spring
    '2026-08-31', // Summer
    '2026-12-25', // Christmas Day
    '2026-12-28', // Boxing Day, a Saturday: substitute
  ],
  2027: [
    '2027-01-01', // New Year's Day
    '2027-03-26', // Good Friday
    '2027-03-29', // Easter Monday
    '2027-05-03', // Early May
    '2027-05-31', // Spring
    '2027-08-30', // Summer
    '2027-12-27', // Christmas Day, a Saturday: substitute
    '2027-12-28', // Boxing Day, a Sunday: substitute
  ],
  2028: [
    '2028-01-03', // New Year's Day, a Saturday: substitute
    '2028-04-14', // Good Friday
    '2028-04-17', // Easter Monday
    '2028-05-01', // Early May
    '2028-05-29', // Spring
    '2028-08-28', // Summer
    '2028-12-25', // Christmas Day
    '2028-12-26', // Boxing Day
  ],
}
