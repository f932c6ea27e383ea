import ModuleKit
import Recount
import Statistics
import TestSupport
import Testing

/// Draws from manifests, their lists and their records.
struct DrawTests {
  private static let seed = "31415926535897932384"

  private func manifest(_ rows: [String], stratum: Bool = false) throws -> BallotManifest {
    let header = "container,batch,ballots" + (stratum ? ",stratum" : "")
    return try KindSample().read(.ballotManifest, ([header] + rows).map { $0 + "\n" }.joined())
  }

  private func request(
    _ size: DrawRequest.Size, _ unit: DrawRequest.Unit = .ballot, _ sampler: DrawRequest.Sampler = .consistent,
    replacing: Bool = false, seed: String = DrawTests.seed
  ) throws -> DrawRequest {
    try DrawRequest(seed: seed, sampler: sampler, unit: unit, size: size, replacing: replacing)
  }

  private func message(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch {
      return Diagnostic.all(of: error).map { "\($0.code) \($0.message)" }
    }
  }

  @Test func ballotsAreDrawnByTheNameOfTheirBatchAndTheirNumber() throws {
    let batches = try manifest(["North/1,a,3", "North,1/a,0", "South,b,4"]).batches
    let names = ["North~11/a#1", "North~11/a#2", "North~11/a#3", "South/b#1", "South/b#2", "South/b#3", "South/b#4"]
    let draw = try Draw(try request(.simple(5)), from: batches)
    let expected = try ConsistentSampler(seed: Self.seed).draw(5, from: SamplingFrame(keys: names))
    #expect(draw.drawn.map { "\(batches[$0.batch].key)#\($0.ballot ?? 0)" } == expected.map { names[$0.unit] })
    #expect(draw.drawn.map(\.ticket) == expected.map { $0.ticket(18) })
  }

  @Test func theListsSayWhereToGo() throws {
    let batches = try manifest(["North,a,2", "South,b,1"]).batches
    let draw = try Draw(try request(.simple(6), .ballot, .counter, replacing: true), from: batches)
    let record = try DrawRecord(draw, mission: "council", dataset: "boxes")
    let numbers = try CounterSampler(seed: Self.seed).draw(6, of: 3, replacing: true)
    let places = ["North,a,1", "North,a,2", "South,b,1"]
    #expect(
      String(decoding: record.sample, as: UTF8.self)
        == "draw,container,batch,ballot,ticket\n"
        + numbers.enumerated().map { "\($0 + 1),\(places[$1.unit]),\($1.counter)\n" }.joined())
    #expect(
      String(decoding: record.retrieval, as: UTF8.self)
        == "container,batch,ballot,times\n"
        + places.indices.compactMap { place in
          let times = numbers.count { $0.unit == place }
          return times > 0 ? "\(places[place]),\(times)\n" : nil
        }.joined())
    #expect(
      draw.summary
        == Text(
          en: "6 ballots of 3 drawn with replacement by the counter sampler from the seed \(Self.seed)",
          es: "sorteo de 6 papeletas entre 3, con reposición, con el método counter y la semilla \(Self.seed)"))
  }

  @Test func strataAreDrawnEachFromASeedOfItsOwn() throws {
    let rows = (0..<20).map { "Store,\($0),10,\($0 % 2 == 0 ? "even" : "odd")" }
    let batches = try manifest(rows, stratum: true).batches
    for sampler in DrawRequest.Sampler.allCases {
      let draw = try Draw(try request(.stratified(["odd": 4, "even": 3]), .batch, sampler), from: batches)
      #expect(
        draw.drawn.map { batches[$0.batch].stratum } == Array(repeating: "even", count: 3)
          + Array(repeating: "odd", count: 4))
      #expect(Set(draw.drawn.map(\.batch)).count == 7)
      #expect(try draw.sample.columnNames == ["draw", "stratum", "container", "batch", "ticket"])
    }
    let odd = try CounterSampler(seed: Self.seed + "/odd").draw(4, of: 10).map { 2 * $0.unit + 1 }
    let draw = try Draw(try request(.stratified(["odd": 4]), .batch, .counter), from: batches)
    #expect(draw.drawn.map(\.batch) == odd)
    #expect(
      message { _ = try Draw(try request(.stratified(["old": 4]), .batch), from: batches) }
        == ["C029 the manifest has no stratum 'old'"])
    #expect(
      message { _ = try Draw(try request(.stratified(["odd": 11]), .batch), from: batches) }
        == ["C003 stratum 'odd': 11 cannot be drawn from 10"])
  }

  /// Whatever is drawn, its record alone makes the same lists; a changed one is told.
  @Test(arguments: DrawRequest.Sampler.allCases, [false, true]) func recordsMakeTheDrawAgain(
    sampler: DrawRequest.Sampler, replacing: Bool
  ) throws {
    let batches = try manifest((0..<30).map { "Store,\($0),\(1 + $0 % 7),\($0 < 12 ? "old" : "new")" }, stratum: true)
      .batches
    let sizes: [DrawRequest.Size] = [.simple(9), .stratified(["old": 5, "new": 6])]
    for unit in DrawRequest.Unit.allCases {
      for size in sizes {
        let draw = try Draw(try request(size, unit, sampler, replacing: replacing), from: batches)
        let record = try DrawRecord(draw, mission: "council", dataset: "boxes")
        let again = try DrawRecord.redraw(record.document.prettyJSON)
        #expect(again.draw.request == draw.request)
        #expect(again.draw.batches == batches)
        #expect(again.files.map(\.bytes) == record.files.map(\.bytes))
        var other = try #require(record.document.object)
        other["seed"] = .string(Self.seed + "0")
        #expect(
          message { _ = try DrawRecord.redraw(Value.object(other).prettyJSON) } == [
            "C031 the draw that the record describes gives another list than 'sample_sha256' of the record says"
          ])
      }
    }
  }

  /// Any part of a record taken away or made something else: an error, never a crash.
  @Test func whatIsNoRecordIsTold() throws {
    let draw = try Draw(try request(.simple(2)), from: try manifest(["North,a,2", "South,b,1"]).batches)
    let document = try #require(try DrawRecord(draw, mission: "council", dataset: "boxes").document.object)
    for name in document.keys {
      for value in [nil, Value.null, .integer(-1), "x", .list([]), .object([:]), .integer(.max)] {
        // Other names for the mission and the dataset make no other draw.
        if case .string = value, ["mission", "dataset"].contains(name) { continue }
        var other = document
        other[name] = value
        #expect(message { _ = try DrawRecord.redraw(Value.object(other).prettyJSON) }.count == 1, "\(name)")
      }
    }
    #expect(
      message { _ = try DrawRecord.redraw(Array("{".utf8)) } == [
        "C030 this is no record of a draw: not valid JSON at byte 1: the text ends too early"
      ])
    var twice = document
    let batch: Value = ["container": "North", "batch": "a", "ballots": 2, "stratum": .null]
    twice["manifest"] = .list([batch, batch])
    #expect(
      message { _ = try DrawRecord.redraw(Value.object(twice).prettyJSON) } == [
        "C030 this is no record of a draw: two batches of 'manifest' have one name"
      ])
  }

  @Test(arguments: ["", "1234567890123456789", "1234567890123456789x", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠", "12345678901234567890 "])
  func seedsAreDigitsOfDice(seed: String) {
    #expect(
      message { _ = try request(.simple(1), seed: seed) } == [
        "C028 the seed '\(seed)' is not from 20 to 200 decimal digits"
      ])
  }

  @Test func sizesAreNumbers() throws {
    #expect(try DrawRequest.Size("12", strata: []) == .simple(12))
    #expect(try DrawRequest.Size(nil, strata: ["a=b=3", "c=1"]) == .stratified(["a=b": 3, "c": 1]))
    for wrong in ["0", "-1", "1.5", "10000001", ""] {
      #expect(message { _ = try DrawRequest.Size(wrong, strata: []) } == ["C034 '\(wrong)' is not how many to draw"])
    }
    for wrong in ["a", "a=", "a=0", "=x"] {
      #expect(message { _ = try DrawRequest.Size(nil, strata: [wrong]) } == ["C034 '\(wrong)' is not how many to draw"])
    }
    #expect(
      message { _ = try DrawRequest.Size(nil, strata: ["a=1", "a=2"]) } == ["C034 'a=2' is not how many to draw"])
  }

  @Test func manifestsHoldNoTotals() throws {
    let rows = ["North,a,2", "South,b,1", "West,c,4", "Total,all,7"]
    #expect(
      message { _ = try manifest(rows) } == [
        "C027 row 4, column 'ballots': the row adds up the other rows: it is a total, not a batch"
      ])
    #expect(
      message { _ = try manifest(["North,a,2000000000", "South,b,1"]) } == [
        "C026 row 2, column 'ballots': the batches up to this one hold more than 2000000000 ballots"
      ])
    #expect(message { _ = try manifest(["North,a,2", "North,a,1"]) }.count == 1)
  }
}
