public import Tables

/// One column of a kind, as files, mappings and documents speak of it; its values are read through its ``Field``.
public struct KindColumn: Sendable {
  /// What a column is for.
  public enum Role: Sendable {
    /// Part of what names a row; never missing, never twice.
    case key
    /// A value that every row has.
    case required
    /// A value that rows, or the whole file, may lack.
    case optional
    /// An optional value that tells of a person: no public edition carries it.
    case personal
  }

  /// The values as the file writes them.
  public enum Values: Sendable {
    /// Whole numbers, none below `least`.
    case integer(least: Int64?)
    /// Numbers with their printed decimals, none below `least`.
    case decimal(least: Int64?)
    /// Texts.
    case text
    /// Paths of files inside the workspace's folder.
    case file
    /// One of a few words.
    case choice([String])
    /// Instants, RFC 3339 with an offset.
    case dateTime
    /// Days.
    case date
    /// `true` or `false`.
    case boolean
  }

  /// The name in the file's header.
  public let name: String
  /// What it is for.
  public let role: Role
  /// The values as the file writes them.
  public let values: Values
  /// What the values mean.
  public let summary: String
}

extension KindColumn {
  /// There are fewer people than that, and no count of people or papers comes near it. The sum of nine hundred million
  /// such numbers, more than a file of ten gigabytes holds, fits an integer, so that sums over rows cannot overflow.
  static let largestInteger = ExactDecimal(mantissa: 10_000_000_000)

  /// Whether its values are whole numbers.
  public var isWholeNumber: Bool { if case .integer = values { true } else { false } }

  /// What a reader demands of the column.
  public var specification: ColumnSpec {
    let role: ColumnSpec.Role =
      switch self.role {
      case .key: .key
      case .required: .required
      case .optional, .personal: .optional
      }
    let isPersonal = self.role == .personal
    func number(_ type: ColumnType, _ least: Int64?, most: ExactDecimal? = nil) -> ColumnSpec {
      ColumnSpec(name, type, role, least: least.map { ExactDecimal(mantissa: $0) }, most: most, isPersonal: isPersonal)
    }
    return switch values {
    case .integer(let least): number(.integer, least, most: Self.largestInteger)
    case .decimal(let least): number(.decimal, least)
    case .text, .file: ColumnSpec(name, .text, role, isPersonal: isPersonal)
    case .choice(let words): ColumnSpec(name, .text, role, allowed: words, isPersonal: isPersonal)
    case .dateTime: ColumnSpec(name, .dateTime, role, isPersonal: isPersonal)
    case .date: ColumnSpec(name, .date, role, isPersonal: isPersonal)
    case .boolean: ColumnSpec(name, .boolean, role, isPersonal: isPersonal)
    }
  }
}
