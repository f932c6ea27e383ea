import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// When rows became known, and what an edition holds of them.
@Suite struct PublicationTests {
  private func publication(_ row: String, zone: String = "America/Tegucigalpa") throws -> Publication {
    let claims = try KindSample(zone: zone).read(
      .claims, "id,source,published,published_from,published_to,published_basis\nc1,eu,\(row)\n")
    return try #require(claims.all.first).provenance.publication
  }

  private func keys(_ csv: String, asOf text: String) throws -> [String] {
    try KindSample().read(.claims, csv, asOf: instant(text)).all.map(\.provenance.key)
  }

  @Test func aDayIsTheWholeDayInTheMissionsZone() throws {
    let tegucigalpa = try publication("2017-11-27,,,")
    #expect(tegucigalpa.from == (try instant("2017-11-27T06:00:00Z")))
    #expect(tegucigalpa.to == (try instant("2017-11-28T05:59:59Z")))
    #expect(tegucigalpa.basis == .stated)
    let utc = try publication("2017-11-27,,,", zone: "UTC")
    #expect(utc.from == (try instant("2017-11-27T00:00:00Z")))
    #expect(utc.to == (try instant("2017-11-27T23:59:59Z")))
  }

  /// A day on which the clocks go forward has 23 hours, one on which they go back 25.
  @Test func aDayIsAsLongAsItsClocksMakeIt() throws {
    let short = try publication("2018-03-25,,,", zone: "Europe/Madrid")
    let long = try publication("2018-10-28,,,", zone: "Europe/Madrid")
    let (shortFrom, shortTo) = try (#require(short.from), #require(short.to))
    let (longFrom, longTo) = try (#require(long.from), #require(long.to))
    #expect(shortTo.seconds - shortFrom.seconds == 23 * 3600 - 1)
    #expect(longTo.seconds - longFrom.seconds == 25 * 3600 - 1)
  }

  @Test func theBasisIsUnknownWhereTheTimesAre() throws {
    #expect(try publication(",,,").basis == .unknown)
    #expect(try publication(",2017-11-27T12:00:00Z,,").basis == .unknown)
    #expect(try publication(",,2017-11-27T12:00:00Z,").basis == .stated)
    #expect(try publication(",,2017-11-27T12:00:00Z,inferred").basis == .inferred)
    #expect(try publication("2017-11-27,,,unknown").basis == .unknown)
  }

  @Test func aRowIsKnownFromItsLatestInstantOn() throws {
    let csv = "id,source,published_from,published_to\nc1,eu,2017-11-27T10:00:00Z,2017-11-27T12:00:00.5Z\n"
    #expect(try keys(csv, asOf: "2017-11-27T12:00:00.499999999Z") == [])
    #expect(try keys(csv, asOf: "2017-11-27T12:00:00.5Z") == ["c1"])
    #expect(try keys(csv, asOf: "2017-11-27T06:00:00.5-06:00") == ["c1"])
  }

  @Test func aDayIsKnownWhenItIsOver() throws {
    let csv = "id,source,published\nc1,eu,2017-11-27\n"
    #expect(try keys(csv, asOf: "2017-11-27T23:59:58-06:00") == [])
    #expect(try keys(csv, asOf: "2017-11-27T23:59:59-06:00") == ["c1"])
    #expect(try keys(csv, asOf: "2017-11-28T00:00:00-06:00") == ["c1"])
  }

  /// The customary open end is a day like any other, as far as its times can be written and read again.
  @Test(arguments: ["UTC", "America/Lima", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
  func aDayAtTheEndOfTheCalendarCanBeWrittenOrIsRefused(zone: String) throws {
    var refused: [String] = []
    for day in ["0000-01-01", "0000-01-02", "0000-01-03", "9999-12-29", "9999-12-30", "9999-12-31"] {
      let problems = KindSample(zone: zone).problems(.claims, "id,source,published\nc1,eu,\(day)\n")
      guard problems.isEmpty else {
        #expect(problems.map(\.code) == ["K133"])
        refused.append(day)
        continue
      }
      let known = try publication("\(day),,,", zone: zone)
      for instant in [known.from, known.to] { #expect(instant.flatMap { Instant(rfc3339: $0.rfc3339) } == instant) }
    }
    #expect(Set(refused).isSubset(of: ["0000-01-01", "9999-12-31"]))
    #expect(refused.contains("9999-12-31") == ["America/Lima", "Pacific/Pago_Pago"].contains(zone))
    if zone == "UTC" { #expect(refused == []) }
  }

  @Test func whatIsOfUnknownDateIsInNoEdition() throws {
    let csv = """
      id,source,published_from,published_to,published_basis
      c1,eu,,,
      c2,eu,2017-11-27T10:00:00Z,,
      c3,eu,,2017-11-27T10:00:00Z,unknown

      """
    #expect(try keys(csv, asOf: "9999-12-31T23:59:59Z") == ["c3"])
  }

  @Test func aFileWithoutTimesIsInNoEdition() throws {
    #expect(try keys("id,source\nc1,eu\n", asOf: "9999-12-31T23:59:59Z") == [])
  }

  /// A row that follows one that was not public yet is known to follow nothing.
  @Test func anEditionDoesNotSayWhatARowFollowed() throws {
    let csv = """
      id,source,votes_amapola,follows_previous,published_to
      b1,tse,1,,
      b2,tse,2,true,2017-11-27T01:00:00Z
      b3,tse,3,true,2017-11-27T02:00:00Z
      b4,tse,4,true,2017-11-27T09:00:00Z
      b5,tse,5,true,2017-11-27T04:00:00Z
      b6,tse,6,true,2017-11-27T05:00:00Z

      """
    let bulletins = try KindSample().read(.bulletins, csv, asOf: instant("2017-11-27T08:00:00Z"))
    #expect(bulletins.all.map(\.provenance.key) == ["b2", "b3", "b5", "b6"])
    #expect(bulletins.all.map(\.followsPrevious) == [false, true, false, true])
  }

  @Test func aPromiseIsOpenUntilItsKeepingIsPublic() throws {
    let csv = """
      id,source,due_to,fulfilled_by,published_to
      c1,tse,2017-11-27T06:00:00Z,c2,2017-11-27T01:00:00Z
      c2,tse,,,2017-11-27T05:00:00Z

      """
    let before = try KindSample().read(.claims, csv, asOf: instant("2017-11-27T04:59:59Z"))
    #expect(before.all.map(\.fulfilledBy) == [nil])
    let after = try KindSample().read(.claims, csv, asOf: instant("2017-11-27T05:00:00Z"))
    #expect(after.all.map(\.fulfilledBy) == ["c2", nil])
  }

  @Test func tellsTheTimesToReaders() throws {
    let zone = try #require(Zone("America/Tegucigalpa"))
    func text(_ row: String) throws -> Text { try publication(row).text(in: zone) }
    #expect(try text(",,,") == Text(en: "at an unknown time", es: "en un momento desconocido"))
    #expect(
      try text(",,2017-11-27T12:00:00Z,")
        == Text(en: "by 06:00 on 27 November 2017", es: "a más tardar a las 06:00 del 27 de noviembre de 2017"))
    #expect(
      try text(",2017-11-27T12:00:00Z,,")
        == Text(en: "not before 06:00 on 27 November 2017", es: "no antes de las 06:00 del 27 de noviembre de 2017"))
    #expect(
      try text(",2017-11-27T12:00:00Z,2017-11-27T12:00:00Z,")
        == Text(en: "at 06:00 on 27 November 2017", es: "a las 06:00 del 27 de noviembre de 2017"))
    #expect(
      try text(",2017-11-27T06:00:00Z,2017-11-27T12:00:00Z,")
        == Text(
          en: "between 00:00 and 06:00 on 27 November 2017",
          es: "entre las 00:00 y las 06:00 del 27 de noviembre de 2017"
        ))
    #expect(
      try text(",2017-11-27T05:00:00Z,2017-11-27T12:00:00Z,")
        == Text(
          en: "between 23:00 on 26 November and 06:00 on 27 November 2017",
          es: "entre las 23:00 del 26 de noviembre y las 06:00 del 27 de noviembre de 2017"))
  }
}

func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
