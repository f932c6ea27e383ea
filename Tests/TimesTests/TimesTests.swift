import Testing
import Times

@Test(arguments: [
  ("2017-11-28T00:00:00-06:00", 1_511_848_800, 0, "2017-11-28T06:00:00Z"),
  ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z"),
  ("1969-12-31t23:59:59.5z", -1, 500_000_000, "1969-12-31T23:59:59.5Z"),
  ("2000-02-29T12:00:00.000000001+05:30", 951_805_800, 1, "2000-02-29T06:30:00.000000001Z"),
])
func instantsAreReadAndWritten(text: String, seconds: Int64, nanoseconds: Int32, utc: String) {
  #expect(Instant(rfc3339: text) == Instant(seconds: seconds, nanoseconds: nanoseconds))
  #expect(Instant(seconds: seconds, nanoseconds: nanoseconds).rfc3339 == utc)
}

@Test(arguments: [
  "2017-11-28", "2017-11-28T00:00:00", "2017-11-28T00:00-06:00", "2017-11-28 00:00:00Z", "2017-02-29T00:00:00Z",
  "2017-11-28T24:00:00Z", "2016-12-31T23:59:60Z", "2017-11-28T00:00:00.Z", "2017-11-28T00:00:00.0000000001Z",
  "2017-11-28T00:00:00-0600", "2017-11-28T00:00:00-06:00 ", "", "2017-11-28T00:00:00.", "2017-11-28T00:00:00+24:00",
  "२०१७-11-28T00:00:00Z",
])
func whatNamesNoInstantIsRefused(text: String) { #expect(Instant(rfc3339: text) == nil) }

@Test func everyDayOfEightCenturiesRoundTripsInOrder() {
  var ordinal = -141_427  // 1582-10-15
  var last = Day(ordinal: ordinal - 1).components
  while ordinal < 150_000 {
    let day = Day(ordinal: ordinal)
    let (year, month, date) = day.components
    #expect(Day(year: year, month: month, day: date) == day)
    #expect((year, month, date) > last)
    last = (year, month, date)
    ordinal += 1
  }
  #expect(Day(ordinal: -141_427).iso == "1582-10-15")
}

@Test(arguments: ["2017-02-29", "2017-13-01", "2017-00-10", "2017-4-01", "17-04-01", "2017/04/01", "2017-04-31"])
func whatNamesNoDayIsRefused(text: String) { #expect(Day(iso: text) == nil) }

@Test func zonesKnowTheirOffsets() throws {
  let tegucigalpa = try #require(Zone("America/Tegucigalpa"))
  let noon = try #require(Instant(rfc3339: "2017-11-27T12:00:00-06:00"))
  #expect(tegucigalpa.offset(at: noon) == -21_600)
  #expect(tegucigalpa.clock(at: noon).clock == "12:00")
  #expect(tegucigalpa.clock(at: noon).day.iso == "2017-11-27")
  // Honduras kept summer time in 2006.
  let summer = try #require(Instant(rfc3339: "2006-06-15T12:00:00Z"))
  #expect(tegucigalpa.offset(at: summer) == -18_000)
  #expect(Zone("America/Tegucigalpaa") == nil)
  #expect(Zone("EST") == nil)
}

@Test func aDayBeginsAtLocalMidnight() throws {
  let day = try #require(Day(iso: "2017-11-28"))
  #expect(try #require(Zone("America/Tegucigalpa")).start(of: day).rfc3339 == "2017-11-28T06:00:00Z")
  let summer = try #require(Day(iso: "2026-03-29"))
  #expect(try #require(Zone("Europe/Berlin")).start(of: summer).rfc3339 == "2026-03-28T23:00:00Z")
}

/// Where clocks jump over midnight the day begins at the jump, east and west of Greenwich; where they go back over it, when
/// they show midnight for good (the IANA database, 2024a).
@Test(arguments: [
  ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
  ("America/Santiago", "2022-09-11", "2022-09-11T04:00:00Z"),
  ("America/Asuncion", "2023-10-01", "2023-10-01T04:00:00Z"), ("America/Havana", "2022-03-13", "2022-03-13T05:00:00Z"),
  ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"), ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
  ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"), ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
])
func aDayWhoseMidnightIsSkipped(_ zone: String, _ day: String, _ start: String) throws {
  #expect(try #require(Zone(zone)).start(of: #require(Day(iso: day))).rfc3339 == start)
}

@Test func hoursBetweenInstants() throws {
  let a = try #require(Instant(rfc3339: "2017-11-27T06:00:00-06:00"))
  let b = try #require(Instant(rfc3339: "2017-11-28T12:00:00.5-06:00"))
  #expect(abs(b.hours(since: a) - 30 - 0.5 / 3600) < 1e-12)
}

/// Whatever instant is read can be written so that it is read again, at the ends of the calendar too.
@Test func everyInstantThatIsReadCanBeWritten() throws {
  let days = ["0000-01-01", "0000-01-02", "1970-01-01", "9999-12-30", "9999-12-31"]
  let offsets = ["Z", "+00:00", "-00:01", "+00:01", "-06:00", "+14:00", "-23:59", "+23:59"]
  for day in days {
    for time in ["00:00:00", "00:00:59.999999999", "12:00:00", "23:59:59", "23:59:59.999999999"] {
      for offset in offsets {
        guard let instant = Instant(rfc3339: "\(day)T\(time)\(offset)") else { continue }
        #expect(instant.hasWrittenForm && Instant(rfc3339: instant.rfc3339) == instant)
      }
    }
  }
  for text in ["9999-12-31T23:59:59-00:01", "9999-12-31T19:00:00-06:00", "0000-01-01T00:00:59+00:01"] {
    #expect(Instant(rfc3339: text) == nil, "\(text)")
  }
  let (first, last) = (Instant(rfc3339: "0000-01-01T00:00:00Z"), Instant(rfc3339: "9999-12-31T23:59:59.999999999Z"))
  #expect(first?.seconds == -62_167_219_200 && last?.seconds == 253_402_300_799)
  #expect(!Instant(seconds: 253_402_300_800).hasWrittenForm && !Instant(seconds: -62_167_219_201).hasWrittenForm)
}
