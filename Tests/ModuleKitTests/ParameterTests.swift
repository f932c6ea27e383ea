import Testing

@testable import ModuleKit

/// Parameters: from the declaration to the schema and from the workspace's value to the property.
@Suite struct ParameterTests {
  enum Method: String, CaseIterable, ParameterValue { case exact, sampled }

  struct Everything: ModuleOperation {
    static let summary = Text("everything")
    static let findings: [any AnyFindingKind] = []
    @Parameter("a length") var silence = Duration.seconds(6 * 3600)
    @Parameter("a size", unit: "sheets", in: 0.1...1) var sizeLow = 0.8
    @Parameter("a number") var ratio = 2.5
    @Parameter("a count", in: 1...99) var draws = 10
    @Parameter("any count") var offset = -3
    @Parameter("a day") var day = Day(ordinal: 17_496)
    @Parameter("a risk") var risk = Proportion("0.05")
    @Parameter("some words") var words = ["a", "b"]
    @Parameter("a way") var method = Method.exact
    @Parameter("perhaps a count") var limit: Int?
    @Parameter("perhaps a way") var other: Method?
    @Parameter("an instant") var cut = Instant(seconds: 1_511_762_400)

    func run(_ findings: inout Findings, _ context: Context) async throws {}
  }

  private func schema(_ name: String) throws -> Schema {
    try #require(Everything.manifest.parameters.first { $0.name == name }).schema
  }

  private func bound(_ parameters: [String: Value]) -> (operation: Everything, problems: [KitMessage]) {
    let operation = Everything()
    var request = Request("everything")
    request.parameters = parameters
    let declarations: [(String, any Declaration)] = Mirror(reflecting: operation).children.compactMap { label, value in
      guard let label, let it = value as? any Declaration else { return nil }
      return (snakeCase(String(label.dropFirst())), it)
    }
    return (operation, declarations.compactMap { $1.bind($0, from: request) })
  }

  @Test func declarationsKeepTheirOrder() {
    #expect(
      Everything.manifest.parameters.map(\.name) == [
        "silence", "size_low", "ratio", "draws", "offset", "day", "risk", "words", "method", "limit", "other",
        "cut",
      ])
  }

  @Test func defaultsStandInTheSchema() throws {
    #expect(try schema("silence").defaultValue == "6h")
    #expect(try schema("size_low").defaultValue == .number(0.8))
    #expect(try schema("draws").defaultValue == 10)
    #expect(try schema("offset").defaultValue == -3)
    #expect(try schema("day").defaultValue == "2017-11-26")
    #expect(try schema("risk").defaultValue == "0.05")
    #expect(try schema("words").defaultValue == ["a", "b"])
    #expect(try schema("method").defaultValue == "exact")
    #expect(try schema("cut").defaultValue == "2017-11-27T06:00:00Z")
    #expect(try schema("limit").defaultValue == nil)
    #expect(try schema("size_low").unit == "sheets")
    #expect(try schema("method").shape == .choice(["exact", "sampled"]))
    #expect(try schema("draws").shape == .integer(1...99))
  }

  @Test func everyDefaultIsAdmittedAndComesBackFromJSONSchema() throws {
    for parameter in Everything.manifest.parameters {
      if let value = parameter.schema.defaultValue { #expect(parameter.schema.problems(of: value).isEmpty) }
      let stored = try Value(json: parameter.schema.jsonSchema.canonicalJSON)
      #expect(Schema(jsonSchema: stored) == parameter.schema)
    }
  }

  @Test func valuesReachTheProperties() {
    let (it, problems) = bound([
      "silence": "90min", "size_low": 1, "ratio": -1, "draws": 99, "offset": 4, "day": "2017-11-27", "risk": "1/20",
      "words": [], "method": "sampled", "limit": 5, "other": "sampled",
      "cut": "2017-11-27T12:00:00-06:00",
    ])
    #expect(problems.isEmpty)
    #expect(it.silence == .seconds(5400) && it.silence.hours == 1.5)
    #expect(it.sizeLow == 1 && it.ratio == -1 && it.draws == 99 && it.offset == 4)
    #expect(it.day.iso == "2017-11-27" && it.risk == Proportion("1/20") && it.words.isEmpty)
    #expect(it.method == .sampled && it.limit == 5 && it.other == .sampled)
    #expect(it.cut.rfc3339 == "2017-11-27T18:00:00Z")
  }

  @Test func whatIsNotSetKeepsItsDefault() {
    let (it, problems) = bound([:])
    #expect(problems.isEmpty)
    #expect(it.silence == .seconds(21_600) && it.limit == nil && it.other == nil && it.words == ["a", "b"])
  }

  @Test func aShareMayBeWrittenAsANumber() {
    #expect(bound(["risk": .number(0.1)]).operation.risk == Proportion("0.1"))
    #expect(bound(["risk": 1]).operation.risk == Proportion("1"))
  }

  @Test(
    arguments: [
      ("silence", "6 h", "silence is '6 h', not a length of time such as 90min, 6h or 10d, of 36525d at most"),
      ("size_low", 0, "size_low is 0, outside 0.1 to 1"),
      ("draws", 100, "draws is 100, outside 1 to 99"),
      ("draws", .number(1.5), "draws must be a whole number, not a number"),
      ("day", "2017-11-31", "day is '2017-11-31', not a day such as 2017-11-26"),
      ("risk", .number(1.5), "risk is '1.5', not a share such as 0.05 or 1/20"),
      ("words", "a", "words must be a list, not a text"),
      ("words", [""], "words[0] is empty"),
      ("method", "guess", "method cannot be 'guess': it is one of exact, sampled"),
      (
        "cut", "2017-11-27T12:00:00",
        "cut is '2017-11-27T12:00:00', not an instant with its offset such as 2017-11-28T00:00:00-06:00"
      ),
      ("limit", "five", "limit must be a whole number, not a text"),
    ] as [(String, Value, String)])
  func whatDoesNotFitIsRefused(_ name: String, _ value: Value, _ message: String) {
    #expect(bound([name: value]).problems.map(\.message) == [message])
  }

  @Test(
    arguments: [
      (Duration.seconds(0), "0d"), (.seconds(1), "1s"), (.seconds(60), "1min"), (.seconds(90), "90s"),
      (.seconds(1.5), "1.5s"),
      (.seconds(5400), "90min"), (.seconds(7200), "2h"), (.seconds(172_800), "2d"),
    ] as [(Duration, String)])
  func lengthsAreWrittenInTheLargestWholeUnit(_ length: Duration, _ text: String) {
    #expect(length.value == .string(text))
  }
}
