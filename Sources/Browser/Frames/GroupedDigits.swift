/// A number with commas between its thousands: `1,234,567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(abs(number)))
  let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
  return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}
