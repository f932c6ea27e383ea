import Ledger
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
    declaration.series = series(value?["series"], at: place / "series")
    declaration.member = value?["member"]?.string
    declaration.published = value?["published"]?.string.flatMap { Instant(rfc3339: $0) }
    declaration.format = Self.format(value?["format"], missing: document.texts(place / "format" / "missing") ?? [])
    declaration.format.sheet = value?["sheet"].flatMap {
      $0.string.map(SheetChoice.name) ?? $0.integer.map(SheetChoice.number)
    }
    for name in document.keys(place / "columns") {
      let at = place / "columns" / name
      let source = column(document, at: at)
      if let source, case let count = source.columns.count + source.less.count, count > Self.mostColumns {
        problems.append(Problem(message: .tooManyColumns(name, count: count, limit: Self.mostColumns), place: at))
      }
      declaration.columns[name] = source
    }
    let format = declaration.format
    if let thousands = format.thousands, thousands.rawValue == format.decimalMark.rawValue {
      problems.append(
        Problem(message: .thousandsAreDecimals(thousands.rawValue), place: place / "format" / "thousands"))
    }
    let filters = value?["where"]?.list?.count ?? 0
    declaration.filters = (0..<filters).compactMap { filter(document, at: place / "where" / $0) }
    if let long = value?["long"], let option = long["option"]?.string, let votes = long["votes"]?.string {
      let names = document.keys(place / "long" / "names").map {
        ($0, document.texts(place / "long" / "names" / $0) ?? [])
      }
      declaration.long = LongVotes(
        option: option, votes: votes, names: Dictionary(names) { first, _ in first }, empty: long["empty"]?.integer)
    }
    declaration.personal = document.texts(place / "personal") ?? []
    let withheld = value?["withheld"]?.list?.count ?? 0
    declaration.withheld = (0..<withheld).compactMap { self.withheld(document, at: place / "withheld" / $0) }
    declaration.notTotals = document.texts(place / "not_totals") ?? []
    let expected = value?["expect"]
    declaration.expected = Expectation(
      rows: expected?["rows"]?.integer, totals: (expected?["totals"]?.object ?? [:]).compactMapValues(\.integer))
  }

  private static func format(_ value: Value?, missing: [String]) -> CSVFormat {
    func word(_ key: String) -> String { value?[key]?.string ?? "" }
    var format = CSVFormat(
      delimiter: .init(rawValue: word("delimiter")) ?? .comma, quote: .init(rawValue: word("quote")) ?? .double,
      encoding: .init(rawValue: word("encoding")) ?? .utf8,
      decimalMark: .init(rawValue: word("decimal_mark")) ?? .point,
      headerLine: value?["header"]?.integer ?? 1, missing: missing,
      hasTrailingDelimiter: value?["trailing_delimiter"]?.bool ?? false)
    format.thousands = CSVFormat.Thousands(rawValue: word("thousands"))
    format.trimsBlanks = value?["trim"]?.bool ?? false
    format.hasFormulaTexts = value?["formula_texts"]?.bool ?? false
    return format
  }

  /// A filter of `where`; one that lets every row through, or none, is a slip.
  private mutating func filter(_ document: WorkspaceDocument, at place: Path) -> RowFilter? {
    guard let column = document.value(place / "column")?.string else { return nil }
    func number(_ key: String) -> ExactDecimal? { document.texts(place / key)?.first.flatMap { ExactDecimal($0) } }
    let filter = RowFilter(
      column, document.texts(place / "is") ?? [], not: document.texts(place / "is_not") ?? [],
      isMissing: document.value(place / "missing")?.bool, least: number("from"), most: number("to"))
    if filter == RowFilter(column) { problems.append(Problem(message: .filterAsksNothing(column), place: place)) }
    if let least = filter.least, let most = filter.most, most < least {
      problems.append(Problem(message: .filterBackwards(column), place: place / "to"))
    }
    return filter
  }

  /// What stands for numbers that are withheld, and between which they lie.
  private mutating func withheld(_ document: WorkspaceDocument, at place: Path) -> WithheldText? {
    guard let texts = document.texts(place / "is"), let least = document.value(place / "from")?.integer,
      let most = document.value(place / "to")?.integer
    else { return nil }
    guard least <= most else {
      problems.append(Problem(message: .withheldBackwards(texts[0]), place: place / "to"))
      return nil
    }
    return WithheldText(texts, least...most)
  }

  private mutating func column(_ document: WorkspaceDocument, at place: Path) -> ColumnSource? {
    guard let value = document.value(place) else { return nil }
    guard let object = value.object else { return document.texts(place).map { ColumnSource($0) } }
    if object["value"] != nil { return document.texts(place / "value")?.first.map { ColumnSource.constant($0) } }
    if let name = object["is"]?.string { return name == "not_given" ? .notGiven : .rowNumber }
    guard var source = document.texts(place / "from").map({ ColumnSource($0) }) else { return nil }
    takeFileName(value, place, into: &source)
    source.empty = document.texts(place / "empty")?.first
    source.missing = document.texts(place / "missing") ?? []
    source.less = document.texts(place / "less") ?? []
    source.percent = value["percent"]?.string
    takeJoin(value, place, into: &source)
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

  /// What the files are at successive moments.
  private mutating func series(_ value: Value?, at place: Path) -> DatasetSeries? {
    guard let pattern = value?["pattern"]?.string, let name = value?["time"]?.string else { return nil }
    if NamePattern(taking: pattern) == nil {
      problems.append(Problem(message: .takesNoPart(pattern), place: place / "pattern"))
    }
    let time = TimeNotation(name)
    if time == nil { problems.append(Problem(message: .unknownTime(name), place: place / "time")) }
    let names = value?["zone"].map { zone in zone.string.map { [$0] } ?? zone.texts ?? [] } ?? []
    let zones = names.compactMap { name -> Zone? in
      let zone = Zone(name)
      if zone == nil { problems.append(Problem(message: .unknownZone(name), place: place / "zone")) }
      return zone
    }
    return time.map { DatasetSeries(pattern: pattern, time: $0, zones: zones) }
  }

  /// How several columns are joined, or one is split.
  private mutating func takeJoin(_ value: Value, _ place: Path, into source: inout ColumnSource) {
    if let joiner = value["join"]?.string {
      source.joiner = joiner
      if source.columns.count < 2 { problems.append(Problem(message: .joinsNothing, place: place / "join")) }
    }
    switch (value["split"]?.string, value["part"]?.integer) {
    case (nil, nil): break
    case (let separator?, let number?):
      source.part = TextPart(number, by: separator)
      if source.columns.count > 1 || source.fileName != nil {
        problems.append(Problem(message: .splitsSeveral, place: place / "split"))
      }
    case (_?, nil): problems.append(Problem(message: .splitWithoutPart, place: place / "split"))
    case (nil, _?): problems.append(Problem(message: .splitWithoutPart, place: place / "part"))
    }
  }

  /// What `from` says of the file's name.
  private mutating func takeFileName(_ value: Value, _ place: Path, into source: inout ColumnSource) {
    let pattern = value["pattern"]?.string
    if source.columns.contains(FileNamePart.word) {
      source.fileName = FileNamePart(pattern: pattern)
    } else if pattern != nil {
      problems.append(Problem(message: .patternWithoutName, place: place / "pattern"))
    }
    if let pattern, NamePattern(taking: pattern) == nil {
      problems.append(Problem(message: .takesNoPart(pattern), place: place / "pattern"))
    }
  }

  // MARK: - Schema

  /// What a dataset says of its files, and one that is read from the ledger does not.
  static let keysOfFiles = [
    "path", "member", "sheet", "published", "format", "columns", "where", "long", "expect", "not_totals",
    "personal",
  ]

  static let schema = Schema(
    .object([
      .init("kind", Schema(.string(.identifier), "the kind of data: see 'veedor docs formats'"), required: true),
      .init(
        "path",
        Schema(
          .either([Schema(.string(.path)), Schema(.list(Schema(.string(.path)), atLeast: 1))]),
          "the file, .csv, .csv.gz, .json, .xlsx or .ods; or several with the same columns, as a list or as a pattern such as data/*.csv"
        )),
      .init(
        "from",
        Schema(
          .choice([Ledger.folderName]),
          "instead of a file: the records of the mission's ledger, for kinds that have such")),
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
      .init(
        "series",
        Schema(
          .object([
            .init(
              "pattern", Schema(.string(.filled), "the part of the file's name that is the moment, as {}"),
              required: true),
            .init("time", Schema(.string(.filled), "how it is written, as under columns"), required: true),
            .init(
              "zone",
              Schema(
                .either([Schema(.string(.filled)), Schema(.list(Schema(.string(.filled)), atLeast: 1))]),
                "the IANA zone of the clock, or those that it can be; else the mission's")),
          ]),
          "for files that are one thing at successive moments: exports of a count, or captures of a page")),
      .init(
        "member",
        Schema(.string(.filled), "the file inside, where path names ZIP archives")),
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
                .init("is", Schema(texts.shape, "the values of which a row has one")),
                .init("is_not", Schema(texts.shape, "the values of which a row has none")),
                .init("missing", Schema(.boolean, "whether the value is missing")),
                .init("from", Schema(.number(-1e15...1e15), "the smallest number of a range")),
                .init("to", Schema(.number(-1e15...1e15), "the largest number of a range")),
              ])), atLeast: 1),
          "the rows that are read: those that meet every condition; what else stands in the others is not looked at")),
      .init(
        "long",
        Schema(
          .object([
            .init("option", Schema(.string(.filled), "the file's column of options"), required: true),
            .init("votes", Schema(.string(.filled), "the file's column of votes"), required: true),
            .init(
              "names",
              Schema(
                .map(texts),
                "the file's names of options, by the contest's, and of other whole numbers of the kind that stand in rows, "
                  + "such as blank and null; those of one are added up")),
            .init(
              "empty",
              Schema(.integer(0 ... .max), "what stands where a sheet has no row for an option, or a row without votes")
            ),
          ]), "for a file with a row for each option of a sheet")),
      .init(
        "expect",
        Schema(
          .object([
            .init("rows", Schema(.integer(0 ... .max), "the number of rows, or of sheets of a long file")),
            .init(
              "totals", Schema(.map(Schema(.integer(0 ... .max))), "the sums of columns, by the names of the kind")),
          ]), "what the file must hold in all, so that a wrong or incomplete one is noticed")),
      .init(
        "personal",
        Schema(texts.shape, "columns of the file that tell of persons: public bundles are made without them")),
      .init(
        "withheld",
        Schema(
          .list(
            Schema(
              .object([
                .init("is", Schema(texts.shape, "what stands for such a number"), required: true),
                .init("from", Schema(.integer(0...1_000_000), "the least that it can be"), required: true),
                .init("to", Schema(.integer(0...1_000_000), "the most that it can be"), required: true),
              ])), atLeast: 1),
          "what stands for whole numbers that are withheld, so that nobody is known by them")),
      .init(
        "not_totals",
        Schema(texts.shape, "the keys of rows that add up others, and are counts of their own all the same")),
    ]))

  private static let format = Schema(
    .object([
      .init("delimiter", Schema(.choice(CSVFormat.Delimiter.allCases.map(\.rawValue)), default: "comma")),
      .init("quote", Schema(.choice(CSVFormat.Quote.allCases.map(\.rawValue)), default: "double")),
      .init("encoding", Schema(.choice(CSVFormat.Encoding.allCases.map(\.rawValue)), default: "utf_8")),
      .init("decimal_mark", Schema(.choice(CSVFormat.DecimalMark.allCases.map(\.rawValue)), default: "point")),
      .init(
        "thousands",
        Schema(.choice(CSVFormat.Thousands.allCases.map(\.rawValue)), "what stands between groups of three digits")),
      .init("trim", Schema(.boolean, "whether blanks at the ends of fields are no part of them", default: false)),
      .init("formula_texts", Schema(.boolean, "whether texts are written as formulas, =\"001\"", default: false)),
      .init("header", Schema(.integer(1...1000), "the line of the header; lines above it are not read", default: 1)),
      .init("missing", Schema(texts.shape, "what stands for a missing value, beside the empty field")),
      .init(
        "trailing_delimiter",
        Schema(.boolean, "whether a delimiter ends every row, behind the last field", default: false)),
    ]), "how the file is written")

  /// A text, also where YAML would take it for a number or a truth value.
  private static let text = Schema.Shape.either([
    Schema(.string(.text)), Schema(.integer(.min ... .max)), Schema(.number(-1e300...1e300)), Schema(.boolean),
  ])

  private static let texts = Schema(
    .either([Schema(text), Schema(.list(Schema(text), atLeast: 1))]), "a text or several, as they are written")

  /// The name of a column of the file, or several.
  private static let names = Schema.Shape.either([
    Schema(.string(.filled)), Schema(.integer(.min ... .max)),
    Schema(.list(Schema(.either([Schema(.string(.filled)), Schema(.integer(.min ... .max))])), atLeast: 1)),
  ])

  private static let column = Schema(
    .either([
      Schema(names),
      Schema(
        .object([
          .init("from", Schema(names, "the file's columns; file_name is the name of the file"), required: true),
          .init(
            "pattern",
            Schema(
              .string(.filled),
              "the part of the file's name that is taken: {} stands for it, * for any characters, as few as do")),
          .init(
            "empty", Schema(text, "what stands for a value that is missing, or for such a part of several: 0, say")),
          .init(
            "missing",
            Schema(
              texts.shape,
              "what stands for a missing value in this column alone; of a time in several columns, its parts with blanks"
            )),
          .init("less", Schema(names, "the file's columns whose numbers are taken off")),
          .init(
            "percent",
            Schema(
              .string(.filled),
              "the file's column that says how many percent of the value stand under from: a register by its turnout")),
          .init(
            "join", Schema(.string(.text), "what stands between the texts of several columns; - where it is not said")),
          .init(
            "split",
            Schema(
              .string(.filled),
              "what stands between several things that the column holds in one text, of which part is one")),
          .init("part", Schema(.integer(1...100), "which of them, from 1")),
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
      Schema(.object([.init("value", Schema(text, "what stands on every row"), required: true)])),
    ]),
    "the file's column; several are added up for whole numbers, joined for texts, and year, month, day, hour, "
      + "minute, second for times")
}
