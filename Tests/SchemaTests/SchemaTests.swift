import Diagnostics
import Schema
import Testing

private let dataset = Schema(
  .object([
    .init("kind", Schema(.choice(["bulletins", "sheets"])), required: true),
    .init("path", Schema(.string(.path)), required: true),
    .init("rows", Schema(.integer(0...100))),
    .init("weight", Schema(.number(0...1))),
    .init("silence", Schema(.string(.duration))),
    .init("tags", Schema(.list(Schema(.string(.identifier)), atLeast: 1))),
  ]))
private let file = Schema(.object([.init("datasets", Schema(.map(dataset)), required: true)]))

private func messages(_ value: Value) -> [String] {
  file.problems(of: value).map {
    "\($0.path.text)\($0.concernsKey ? " (key)" : "") \($0.message.code) \($0.message.message)"
      + ($0.message.hint.map { "; \($0)" } ?? "")
  }
}

@Test func aValidValueHasNoProblems() {
  let sheet: Value = [
    "kind": "sheets", "path": "data/a.csv", "rows": 3, "weight": .number(0.5), "silence": "6h", "tags": ["a_1"],
    "x_note": [1],
  ]
  #expect(messages(["datasets": ["sheets": sheet, "x_old": 7], "x_": 1]) == [])
}

@Test func everyProblemIsToldAtOnceWithItsPath() {
  let sheet: Value = [
    "kind": "sheet", "pth": "a", "rows": 101, "weight": .number(-0.25), "silence": "six", "tags": [],
  ]
  #expect(
    messages(["datasets": ["sheets": sheet, "Bad": 1], "datsets": 1]) == [
      "datasets.Bad (key) W015 the name is 'Bad', not a name in snake_case (small letters, digits and underscores, a letter first)",
      "datasets.Bad W010 datasets.Bad must be a mapping, not a whole number",
      "datasets.sheets.kind W013 datasets.sheets.kind cannot be 'sheet': it is one of bulletins, sheets; did you mean 'sheets'?",
      "datasets.sheets W011 missing key 'path' in datasets.sheets",
      "datasets.sheets.rows W014 datasets.sheets.rows is 101, outside 0 to 100",
      "datasets.sheets.weight W014 datasets.sheets.weight is -0.25, outside 0 to 1",
      "datasets.sheets.silence W015 datasets.sheets.silence is 'six', not a length of time such as 90min, 6h or 10d, of 36525d at most",
      "datasets.sheets.tags W016 datasets.sheets.tags is empty",
      "datasets.sheets.pth (key) W012 unknown key 'pth' in datasets.sheets; did you mean 'path'?",
      "datsets (key) W012 unknown key 'datsets'",
    ])
}

@Test func wrongTypesAreNamed() {
  #expect(messages("x") == [" W010 the file must be a mapping, not a text"])
  #expect(messages([:]) == [" W011 missing key 'datasets'"])
  let title = Schema(.either([Schema(.string(.filled)), Schema(.object([]))]))
  for value in [2031, true, .number(0.5)] as [Value] {
    #expect(title.problems(of: value).map(\.message.hint) == ["put quotes around it"])
  }
  #expect(title.problems(of: "").map(\.message.message) == ["the file is empty"])
  let profile = Schema(.choice(["public"]))
  #expect(profile.problems(of: "all").map(\.message.message) == ["the file cannot be 'all': it is always public"])
  #expect(
    messages(["datasets": ["a": ["kind": true, "path": .null, "tags": "x", "rows": .number(1.5)]]]) == [
      "datasets.a.kind W010 datasets.a.kind must be one of bulletins, sheets, not true",
      "datasets.a.path W010 datasets.a.path has no value; it must be a path inside the workspace (relative, with /, without ..)",
      "datasets.a.rows W010 datasets.a.rows must be a whole number, not a number",
      "datasets.a.tags W010 datasets.a.tags must be a list, not a text; put brackets around it",
    ])
}

@Test func alternativesAreJudgedByTheirType() {
  let either = Schema(.either([Schema(.string(.path)), Schema(.map(Schema(.string(.path))))]))
  #expect(either.problems(of: ["en": "a.md"]).isEmpty)
  #expect(either.problems(of: "../a.md").map(\.message.code) == ["W015"])
  // Of several kinds of object it is the one whose keys are there, else the first.
  let objects = Schema(
    .either([
      Schema(.object([.init("from", Schema(.string(.text)), required: true), .init("zone", Schema(.string(.text)))])),
      Schema(.object([.init("is", Schema(.choice(["row_number"])), required: true)])),
    ]))
  #expect(objects.problems(of: ["is": "row_number"]).isEmpty && objects.problems(of: ["from": "a"]).isEmpty)
  #expect(objects.problems(of: ["is": "row"]).map(\.message.code) == ["W013"])
  #expect(objects.problems(of: ["zone": "UTC"]).map(\.message.code) == ["W011"])
  #expect(objects.problems(of: ["from": "a", "is": "row_number"]).map(\.message.code) == ["W012"])
  #expect(
    either.problems(of: 3).map(\.message.message) == [
      "the file must be a path inside the workspace (relative, with /, without ..) or a mapping, not a whole number"
    ])
}

@Test(arguments: [
  (StringFormat.identifier, ["a", "a_1"], ["", "A", "1a", "a-b", "é", String(repeating: "a", count: 65)]),
  (.qualified, ["counts.timeline"], ["counts", "a.b.c", ".a", "a."]),
  (.path, ["a", "a/b.csv", "é/ñ"], ["", "/a", "a/", "a//b", "../a", "a/..", "./a", "a\u{0}b", #"a\b"#]),
  (.duration, ["6h", "90min", "1.5d", "30s"], ["6", "h", "-6h", "6 h", "1e3h", "6m", ".5h"]),
  (.proportion, ["0.05", "1/20", "1", "0"], ["1.5", "2/1", "1/0", "a", "-0.1", "1/2/3", "5%"]),
  (.day, ["2017-11-26"], ["26-11-2017", "2017-02-30"]),
  (.instant, ["2017-11-28T00:00:00-06:00"], ["2017-11-28"]),
  (
    .colour, ["#0072b2", "#FFFFFF"],
    ["", "0072b2", "#0072b", "#0072b2f", "#0072bg", "#fff", "blue", "# 072b2", "#０072b2"]
  ),
  (.filled, ["a"], [""]),
])
func formatsAdmitAndRefuse(format: StringFormat, good: [String], bad: [String]) {
  for text in good { #expect(format.admits(text), "\(text)") }
  for text in bad { #expect(!format.admits(text), "\(text)") }
}

@Test func durationsAreSeconds() {
  #expect(StringFormat.seconds(ofDuration: "6h") == 21_600)
  #expect(StringFormat.seconds(ofDuration: "1.5d") == 129_600)
}

@Test func aProportionMayBeANumber() {
  let risk = Schema(.string(.proportion))
  #expect(risk.problems(of: .number(0.05)).isEmpty)
  #expect(risk.problems(of: 1).isEmpty)
  #expect(risk.problems(of: 2).map(\.message.message) == ["the file is '2', not a share such as 0.05 or 1/20"])
}

@Test func parametersSurviveJSONSchema() throws {
  let schemas = [
    Schema(.boolean, "whether", default: true), Schema(.integer(1...9)), Schema(.integer(.min ... .max)),
    Schema(.number(0.25...168), unit: "h"), Schema(.string(.duration), default: "6h"), Schema(.string(.text)),
    Schema(.choice(["a", "b"]), default: "a"), Schema(.list(Schema(.string(.identifier)), atLeast: 2)),
    Schema(.string(.proportion)),
  ]
  for schema in schemas {
    #expect(Schema(jsonSchema: try Value(json: schema.jsonSchema.canonicalJSON)) == schema)
  }
  #expect(Schema(jsonSchema: ["type": "string", "format": "x-unknown"]) == nil)
  #expect(Schema(jsonSchema: ["type": "integer", "minimum": 3, "maximum": 2]) == nil)
}
