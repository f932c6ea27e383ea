public import Spreadsheets

/// How a CSV file is written: declared, never guessed.
///
/// Lines end with LF or CRLF, the last one may end with the file. The header stands on the first line, or on the one
/// that is said; what stands above it is not read.
public struct CSVFormat: Sendable, Hashable {
  /// What separates the fields of a row.
  public enum Delimiter: String, Sendable, CaseIterable {
    case comma, semicolon, tab
    case bar = "vertical_bar"

    /// The byte that it is.
    public var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      case .bar: UInt8(ascii: "|")
      }
    }
  }

  /// What stands around a field that holds delimiters, line breaks or quotes, which are then doubled.
  public enum Quote: String, Sendable, CaseIterable {
    case double, single
    /// Fields are never quoted, and quotes stand for themselves.
    case none

    /// The byte that it is; nil where there is none.
    public var byte: UInt8? {
      switch self {
      case .double: UInt8(ascii: "\"")
      case .single: UInt8(ascii: "'")
      case .none: nil
      }
    }
  }

  /// What the bytes of texts mean.
  public enum Encoding: String, Sendable, CaseIterable {
    /// UTF-8 without a byte order mark.
    case utf8 = "utf_8"
    /// UTF-8 behind a byte order mark.
    case utf8WithMark = "utf_8_bom"
    /// ISO 8859-1.
    case latin1 = "latin_1"
    /// Windows-1252, as spreadsheets of western languages write it: Latin-1, with quotation marks and dashes where that
    /// has control characters.
    case windows1252 = "windows_1252"

    /// Its name in sentences.
    var name: String {
      switch self {
      case .utf8, .utf8WithMark: "UTF-8"
      case .latin1: "Latin-1"
      case .windows1252: "Windows-1252"
      }
    }
  }

  /// What stands before the fraction of decimals and numbers.
  public enum DecimalMark: String, Sendable, CaseIterable {
    case point, comma

    var byte: UInt8 {
      switch self {
      case .point: UInt8(ascii: ".")
      case .comma: UInt8(ascii: ",")
      }
    }
  }

  /// What stands between groups of three digits.
  public enum Thousands: String, Sendable, CaseIterable {
    case comma, point, blank, apostrophe

    /// The bytes of each character that is one.
    var marks: [[UInt8]] {
      switch self {
      case .comma: [Array(",".utf8)]
      case .point: [Array(".".utf8)]
      // Those at which no line breaks too.
      case .blank: [" ", "\u{A0}", "\u{202F}"].map { Array($0.utf8) }
      case .apostrophe: ["'", "\u{2019}"].map { Array($0.utf8) }
      }
    }
  }

  /// What separates the fields.
  public var delimiter: Delimiter
  /// What stands around fields.
  public var quote: Quote
  /// What the bytes of texts mean.
  public var encoding: Encoding
  /// What stands before a fraction.
  public var decimalMark: DecimalMark
  /// The line of the header, from 1.
  public var headerLine: Int
  /// The fields that stand for a missing value, beside the empty one, as they are written.
  public var missing: [String]
  /// What stands between groups of three digits of a number; nil where nothing does.
  public var thousands: Thousands?
  /// Whether blanks at the ends of fields are no part of them.
  public var trimsBlanks = false
  /// Whether texts are written as formulas, `="001"`, as spreadsheets do it to keep zeros.
  public var hasFormulaTexts = false
  /// Whether a delimiter ends every row, so that it has an empty field more than the header names.
  public var hasTrailingDelimiter: Bool
  /// Which sheet of a spreadsheet is meant; nil where it has one alone. Of the rest, a spreadsheet has a header, decimal
  /// marks in cells that are texts, and what is missing.
  public var sheet: SheetChoice?
  /// Whether the lines are those of a sheet.
  var isSheet = false

  /// A format; what is not said is as canonical CSV has it.
  public init(
    delimiter: Delimiter = .comma, quote: Quote = .double, encoding: Encoding = .utf8,
    decimalMark: DecimalMark = .point, headerLine: Int = 1, missing: [String] = [],
    hasTrailingDelimiter: Bool = false
  ) {
    (self.delimiter, self.quote, self.encoding, self.decimalMark) = (delimiter, quote, encoding, decimalMark)
    (self.headerLine, self.missing, self.hasTrailingDelimiter) = (headerLine, missing, hasTrailingDelimiter)
  }
}
