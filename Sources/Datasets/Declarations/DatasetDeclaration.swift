public import Language
public import Tables
public import Times

/// What a workspace says of a dataset beyond its kind and its file.
public struct DatasetDeclaration: Sendable, Equatable {
  /// What kinds of dataset can be told beyond their rows.
  public enum Setting: String, Sendable, CaseIterable { case contest, track, areas, series }

  /// The contest it is about.
  public var contest: Contest?
  /// Whose copy of the sheets it is.
  public var track: Track?
  /// The area columns, from the coarsest to the finest.
  public var areas: [String]
  /// Who says what the dataset says; nil where the rows tell.
  public var source: Text?
  /// The dataset that is the register of the sources that rows name; nil where the rows name them themselves.
  public var sources: String?
  /// When the file as a whole became known; nil where the rows tell, or nothing is known.
  public var published: Instant?
  /// What the files are where they are one thing at successive moments; nil where their rows belong together.
  public var series: DatasetSeries?
  /// The file inside that is read, where the workspace names archives; nil where it names the files themselves.
  public var member: String?
  /// How the file is written.
  public var format: CSVFormat
  /// Where the values of columns stand in the file, by the kind's names; the others stand under those names.
  public var columns: [String: ColumnSource]
  /// The rows that are read; all where empty.
  public var filters: [RowFilter]
  /// The columns of a file with one row for each option of a sheet; nil for one row a sheet.
  public var long: LongVotes?
  /// What the file must hold in all.
  public var expected: Expectation
  /// Columns of the file that tell of persons: public bundles are made without them, so that they may be absent.
  public var personal: [String] = []
  /// What stands for whole numbers that are withheld.
  public var withheld: [WithheldText] = []
  /// The keys of rows that add up others, and are counts of their own all the same.
  public var notTotals: [String] = []

  /// A declaration that says nothing but what is given.
  public init(
    contest: Contest? = nil, track: Track? = nil, areas: [String] = [], source: Text? = nil,
    sources: String? = nil, published: Instant? = nil, format: CSVFormat = CSVFormat(),
    columns: [String: ColumnSource] = [:],
    filters: [RowFilter] = [], long: LongVotes? = nil, expected: Expectation = Expectation()
  ) {
    (self.contest, self.track, self.areas, self.source) = (contest, track, areas, source)
    self.sources = sources
    (self.published, self.format, self.columns, self.filters) = (published, format, columns, filters)
    (self.long, self.expected) = (long, expected)
  }

  /// The contest, for kinds that take one: the host refuses a dataset of such a kind without it.
  public var givenContest: Contest {
    guard let contest else { preconditionFailure("the host gives such a dataset its contest") }
    return contest
  }

  /// The track, for kinds that take one: the host refuses a dataset of such a kind without it.
  var givenTrack: Track {
    guard let track else { preconditionFailure("the host gives such a dataset its track") }
    return track
  }

  /// Whether the names of the files say something.
  public var readsFileNames: Bool { series != nil || columns.values.contains { $0.fileName != nil } }

  /// Whether the file's columns are not the kind's.
  var isMapped: Bool {
    !columns.isEmpty || !filters.isEmpty || long != nil || !personal.isEmpty || !withheld.isEmpty
  }
}

/// Where the values of one column stand in a file.
public struct ColumnSource: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// The file's columns. Several are added up for whole numbers, joined for texts, and are year, month, day,
  /// hour, minute and second for instants, or parts of one text where ``time`` is a pattern. None stand for the row's
  /// number: a key for files that have none.
  public var columns: [String]
  /// Whether the file gives the values at all.
  public private(set) var isGiven = true
  /// What every row has, which the file does not say; nil where it does.
  public var constant: String?
  /// What the file's name gives where ``FileNamePart/word`` stands among the columns; nil where that is a column.
  public var fileName: FileNamePart?
  /// What stands for a value, or a part of it, that is missing; nil where nothing does.
  public var empty: String?
  /// The texts that stand for a missing value in these columns alone; of a time in several columns, its parts with a blank
  /// between them.
  public var missing: [String]
  /// What stands between the texts of several columns.
  public var joiner = "-"
  /// Which of several things that a text holds is the value; nil where it holds one.
  public var part: TextPart?
  /// The file's columns whose numbers are taken off those of ``columns``.
  public var less: [String]
  /// The file's column that says how many percent ``columns`` are of the value; nil where they are the value.
  public var percent: String?
  /// How the file writes instants; as RFC 3339 where nil.
  public var time: TimeNotation?
  /// The zone of clock times; the mission's where nil.
  public var zone: Zone?

  /// The columns `columns` of the file.
  public init(
    _ columns: [String], empty: String? = nil, missing: [String] = [], less: [String] = [], time: TimeNotation? = nil,
    zone: Zone? = nil
  ) {
    (self.columns, self.empty, self.missing, self.less) = (columns, empty, missing, less)
    (self.time, self.zone) = (time, zone)
  }

  /// The number of the row, from 1, the header not counted.
  public static let rowNumber = ColumnSource([])
  /// The name of the file, or the part of it that `pattern` takes.
  public static func fileName(_ pattern: String? = nil) -> ColumnSource {
    var source = ColumnSource([FileNamePart.word])
    source.fileName = FileNamePart(pattern: pattern)
    return source
  }
  /// `text` on every row.
  public static func constant(_ text: String) -> ColumnSource {
    var source = ColumnSource([])
    source.constant = text
    return source
  }
  /// Nothing: the file does not give these values.
  public static let notGiven = {
    var source = ColumnSource([])
    source.isGiven = false
    return source
  }()

  /// The columns that stand in the file itself.
  var ownColumns: [String] { fileName == nil ? columns : columns.filter { $0 != FileNamePart.word } }

  /// One column of the file.
  public init(stringLiteral value: String) { self.init([value]) }
  /// Several columns of the file.
  public init(arrayLiteral elements: String...) { self.init(elements) }
}

/// A file in which every option of a sheet has a row of its own.
public struct LongVotes: Sendable, Equatable {
  /// The column that names the option, and the one that holds its votes.
  public var option, votes: String
  /// The file's names of options, by the contest's; an option that is not there has the contest's. Votes under several
  /// names of one option are added up. Rows may also hold other numbers of the sheet, such as its blank votes: their
  /// names stand under the kind's name of the column.
  public var names: [String: [String]]
  /// What stands for the votes of an option that a sheet has no row for, or a row without them; nil where nothing does.
  public var empty: Int?

  /// Rows with an option in `option` and its votes in `votes`.
  public init(option: String, votes: String, names: [String: [String]] = [:], empty: Int? = nil) {
    (self.option, self.votes, self.names, self.empty) = (option, votes, names, empty)
  }
}

/// What a file must hold in all: the guard against a wrong or an incomplete file.
public struct Expectation: Sendable, Equatable {
  /// The number of rows, after filters.
  public var rows: Int?
  /// The totals of columns of whole numbers, by the kind's names.
  public var totals: [String: Int]

  /// An expectation of `rows` rows and `totals`.
  public init(rows: Int? = nil, totals: [String: Int] = [:]) { (self.rows, self.totals) = (rows, totals) }
}
