public import Language

/// One thing that is wrong, or looks wrong, with something a user wrote.
public struct Diagnostic: Sendable, Hashable {
  /// Whether the work can go on.
  public enum Severity: String, Sendable {
    case error, warning

    /// What readers call it.
    public var word: Text {
      switch self {
      case .error: Text("error")
      case .warning: Text(en: "warning", es: "aviso")
      }
    }
  }

  /// Where it is: a file, and where known the stretch of its text, or the cell of a spreadsheet.
  public struct Location: Sendable, Hashable {
    /// The file's path as users see it: relative to the workspace.
    public var file: String
    /// The stretch of text, where one is known.
    public var range: MarkRange?
    /// The place in a spreadsheet, where the file is one.
    public var sheet: SheetPlace?

    /// The stretch `range` of the file named `file`.
    public init(file: String, range: MarkRange? = nil) { (self.file, self.range) = (file, range) }

    /// The place `sheet` of the spreadsheet named `file`.
    public init(file: String, sheet: SheetPlace) { (self.file, self.sheet) = (file, sheet) }
  }

  /// A row or a cell of a sheet.
  public struct SheetPlace: Sendable, Hashable {
    /// The sheet's name.
    public var sheet: String
    /// The row, from 1, as spreadsheets number rows.
    public var row: Int
    /// The cell, as spreadsheets call it: `C12`; nil for the row as a whole.
    public var cell: String?

    /// The row `row` of the sheet, or one cell of it.
    public init(sheet: String, row: Int, cell: String? = nil) { (self.sheet, self.row, self.cell) = (sheet, row, cell) }
  }

  /// The datum at fault, for errors in data files.
  public struct Datum: Sendable, Hashable {
    /// The dataset's name in the workspace, empty where the table belongs to none.
    public var dataset: String
    /// The data row, from 1, the header not counted; nil for errors of a whole column or file.
    public var row: Int?
    /// The column's name.
    public var field: String?
    /// The value as it stands in the file.
    public var value: String?
    /// The rule that the value breaks.
    public var rule: String?

    /// A datum; what is not known stays nil.
    public init(
      dataset: String = "", row: Int? = nil, field: String? = nil, value: String? = nil, rule: String? = nil
    ) {
      (self.dataset, self.row, self.field, self.value, self.rule) = (dataset, row, field, value, rule)
    }
  }

  /// Whether the work can go on.
  public var severity: Severity
  /// The stable code, such as `W012`: the letter names the room.
  public var code: String
  /// The sentence that says what is wrong.
  public var sentence: Text
  /// What to do about it, such as `did you mean 'path'?`.
  public var cure: Text?
  /// Where it is.
  public var location: Location?
  /// The datum at fault, for errors in data files.
  public var datum: Datum?
  /// How a command ends that it stops.
  public var status: ExitStatus

  /// A diagnostic that says `message`, a case of some room's code enumeration.
  public init(_ message: some DiagnosticMessage, at location: Location? = nil, datum: Datum? = nil) {
    let text = message.text
    (self.severity, self.code) = (message.severity, text.code)
    (sentence, cure) = (Self.cut(text.sentence), text.hint.map(Self.cut))
    (self.location, self.datum) = (location, datum)
    status = message.status
  }

  /// The most scalars of a sentence and of a hint: what users wrote stands in them, and it can be of any length.
  public static let longestSentence = 1000

  /// The sentence in English, as programs read it.
  public var message: String { sentence.en }
  /// What to do about it in English, as programs read it.
  public var hint: String? { cure?.en }

  private static func cut(_ text: Text) -> Text { Text(en: cut(text.en), es: cut(text.es)) }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestSentence, text.unicodeScalars.count > longestSentence else { return text }
    return String(text.unicodeScalars.prefix(longestSentence)) + "…"
  }
}

/// The messages of one room: a closed enumeration whose cases carry the particulars.
///
/// Every message a user can see is a case of such an enumeration, so that each room's sentences stand in one place
/// and a test can assert them all.
public protocol DiagnosticMessage: Sendable {
  /// The code, the sentence and what to do about it.
  var text: MessageText { get }
  /// Whether the work can go on; an error unless said otherwise.
  var severity: Diagnostic.Severity { get }
  /// How a command ends that the message stops; as one that failed unless said otherwise.
  var status: ExitStatus { get }
}

extension DiagnosticMessage {
  /// The stable code, such as `Y003`: the letter names the room.
  public var code: String { text.code }
  /// The sentence that says what is wrong, in English, as programs read it.
  public var message: String { text.sentence.en }
  /// What to do about it, in English, as programs read it.
  public var hint: String? { text.hint?.en }
  /// The name of the rule that is broken, where it is one of data.
  public var rule: String? { text.rule }
  /// An error, unless the message says otherwise.
  public var severity: Diagnostic.Severity { .error }
  /// As one that failed, unless the message says otherwise.
  public var status: ExitStatus { .failed }
}
