import ModuleKit
import Spreadsheets
import Tables

/// A dataset of the workspace file: its schema, and what it says beyond kind, path, contest and source.
struct DatasetSection {
  /// Something wrong with a part of the right shape.
  struct Problem {
    let message: WorkspaceMessage
    let place: Path
  }

  private(set) var declaration = DatasetDeclaration()
  private(set) var problems: [Problem] = []

  /// The most columns of a file that make one of the kind.
  static let mostColumns = 100

  /// The section at `place`; what the schema refuses is left out.
  init(_ document: WorkspaceDocument, at place: Path) {
    let value = document.value(place)
    declaration.track = value?["track"]?.string.flatMap(Track.init)
    declaration.areas = value?["areas"]?.texts ?? []
    declaration.sources = value?["sources"]?.string
    declaration.published = value?["published"]?.string.flatMap { Instant(rfc3339: $0) }
    declaration.format = Self.format(value?["format"])
    declaration.format.sheet = value?["sheet"].flatMap {
      $0.string.map(SheetChoice.name) ?? $0.integer.map(SheetChoice.number)
    }
    for name in document.keys(place / "columns") {
      let at = place / "columns" / name
      let source = column(document.value(at), at: at)
      if let count = source?.columns.count, count > Self.mostColumns {
        problems.append(Problem(message: .tooManyColumns(name, count: count, limit: Self.mostColumns), place: at))
      }
      declaration.columns[name] = source
    }
    declaration.filters = (value?["where"]?.list ?? []).compactMap { filter in
      guard let column = filter["column"]?.string, let values = filter["is"].flatMap(Self.texts) else { return nil }
      return RowFilter(column, values)
    }
    if let long = value?["long"], let option = long["option"]?.string, let votes = long["votes"]?.string {
      let names = (long["names"]?.object ?? [:]).compactMapValues(Self.texts)
      declaration.long = LongVotes(option: option, votes: votes, names: names)
    }
    let expected = value?["expect"]
    declaration.expected = Expectation(
      rows: expected?["rows"]?.integer, totals: (expected?["totals"]?.object ?? [:]).compactMapValues(\.integer))
  }

  private static func format(_ value: Value?) -> CSVFormat {
    func word(_ key: String) -> String { value?[key]?.string ?? "" }
    return CSVFormat(
      delimiter: .init(rawValue: word("delimiter")) ?? .comma, quote: .init(rawValue: word("quote")) ?? .double,
      encoding: .init(rawValue: word("encoding")) ?? .utf8,
      decimalMark: .init(rawValue: word("decimal_mark")) ?? .point,
      headerLine: value?["header"]?.integer ?? 1, missing: value?["missing"].flatMap(texts) ?? [])
  }

  /// A text or several; numbers are the text that they are written as, so that they need no quotes.
  private static func texts(_ value: Value) -> [String]? {
    func text(_ value: Value) -> String? { value.string ?? value.integer.map { "\($0)" } }
    return value.list?.compactMap(text) ?? text(value).map { [$0] }
  }

  private mutating func column(_ value: Value?, at place: Path) -> ColumnSource? {
    guard let value else { return nil }
    guard let object = value.object else { return Self.texts(value).map { ColumnSource($0) } }
    if let name = object["is"]?.string { return name == "not_given" ? .notGiven : .rowNumber }
    guard var source = value["from"].flatMap(Self.texts).map({ ColumnSource($0) }) else { return nil }
    source.empty = value["empty"].flatMap(Self.texts)?.first
    if let name = value["time"]?.string, name != "rfc_3339" {
      source.time = TimeNotation(name)
      if source.time == nil { problems.append(Problem(message: .unknownTime(name), place: place / "time")) }
    }
    if let name = value["zone"]?.string {
      source.zone = Zone(name)
      if source.zone == nil { problems.append(Problem(message: .unknownZone(name), place: place / "zone")) }
    }
    return source
  }

  // MARK: - Schema

  static let schema = Schema(
    .object([
      .init("kind", Schema(.string(.identifier), "the kind of data: see Docs/formats.md"), required: true),
      .init("path", Schema(.string(.path), "the file, .csv, .csv.gz, .xlsx or .ods"), required: true),
      .init(
        "sheet",
        Schema(
          .either([Schema(.string(.filled)), Schema(.integer(1...10_000))]),
          "the sheet of a spreadsheet, by its name or its number from 1; not needed where there is one alone")),
      .init("contest", .name),
      .init("track", Schema(.choice(Track.allCases.map(\.rawValue)), "whose copy of the sheets it is")),
      .init(
        "areas",
        Schema(.list(Schema(.string(.identifier)), atLeast: 1), "the area columns, from the coarsest to the finest")),
      .init("source", Schema(Schema.words.shape, "who says what it says")),
      .init(
        "sources",
        Schema(.string(.identifier), "the dataset of kind sources whose keys its rows hold in their column source")),
      .init("published", Schema(.string(.instant), "when the file as a whole became known")),
      .init("format", format),
      .init(
        "columns",
        Schema(
          .map(column),
          "where values stand in a file with other columns, by the names of the kind; what is not named stands as is")),
      .init(
        "where",
        Schema(
          .list(
            Schema(
              .object([
                .init("column", Schema(.string(.filled), "the file's column"), required: true),
                .init("is", texts, required: true),
              ])), atLeast: 1), "the rows that are read: those with one of these values in every such column")),
      .init(
        "long",
        Schema(
          .object([
            .init("option", Schema(.string(.filled), "the file's column of options"), required: true),
            .init("votes", Schema(.string(.filled), "the file's column of votes"), required: true),
            .init(
              "names", Schema(.map(texts), "the file's names of options, by the contest's; those of one are added up")),
          ]), "for a file with a row for each option of a sheet")),
      .init(
        "expect",
        Schema(
          .object([
            .init("rows", Schema(.integer(0 ... .max), "the number of rows, or of sheets of a long file")),
            .init(
              "totals", Schema(.map(Schema(.integer(0 ... .max))), "the sums of columns, by the names of the kind")),
          ]), "what the file must hold in all, so that a wrong or incomplete one is noticed")),
    ]))

  private static let format = Schema(
    .object([
      .init("delimiter", Schema(.choice(CSVFormat.Delimiter.allCases.map(\.rawValue)), default: "comma")),
      .init("quote", Schema(.choice(CSVFormat.Quote.allCases.map(\.rawValue)), default: "double")),
      .init("encoding", Schema(.choice(CSVFormat.Encoding.allCases.map(\.rawValue)), default: "utf_8")),
      .init("decimal_mark", Schema(.choice(CSVFormat.DecimalMark.allCases.map(\.rawValue)), default: "point")),
      .init("header", Schema(.integer(1...1000), "the line of the header; lines above it are not read", default: 1)),
      .init("missing", Schema(texts.shape, "what stands for a missing value, beside the empty field")),
    ]), "how the file is written")

  private static let texts = Schema(
    .either([
      Schema(.string(.text)), Schema(.integer(.min ... .max)),
      Schema(.list(Schema(.either([Schema(.string(.text)), Schema(.integer(.min ... .max))])), atLeast: 1)),
    ]), "a text or several")

  private static let column = Schema(
    .either([
      Schema(.string(.filled)), Schema(.integer(.min ... .max)), Schema(.list(Schema(.string(.filled)), atLeast: 1)),
      Schema(
        .object([
          .init(
            "from", Schema(.either([Schema(.string(.filled)), Schema(.list(Schema(.string(.filled)), atLeast: 1))])),
            required: true),
          .init(
            "empty",
            Schema(
              .either([Schema(.string(.filled)), Schema(.integer(.min ... .max))]),
              "what stands for a part that is missing, where several are joined; none may be missing without it")),
          .init(
            "time",
            Schema(
              .string(.filled),
              "rfc_3339, unix_seconds, unix_milliseconds, or a pattern such as DD/MM/YYYY hh:mm:ss or D/M/YYYY h:mm am"
            )),
          .init("zone", Schema(.string(.filled), "the IANA zone of clock times; else the mission's")),
        ])),
      Schema(
        .object([
          .init(
            "is",
            Schema(
              .choice(["row_number", "not_given"]),
              "the row's number, for a file without a key; or nothing, where the file does not give the values"),
            required: true)
        ])),
    ]),
    "the file's column; several are added up for whole numbers, joined by - for texts, and year, month, day, hour, "
      + "minute, second for times")
}
