/// A table that an operation makes, as manifests hold it.
public struct DeclaredTable: Sendable, Equatable {
  /// A column of it.
  public struct Column: Sendable, Equatable {
    /// The name in the file.
    public var name: String
    /// What it holds.
    public var type: ColumnType
    /// The unit of its numbers; nil where they have none, or where the values name it.
    public var unit: Unit?
    /// The heading for readers, with the unit.
    public var heading: Text
    /// What readers read instead of the words of the file, where these are a closed list.
    public var words: [String: Text]
    /// Whether a text that is none of the words is the key of an option, of which readers read the name.
    public var holdsOptions: Bool
    /// The language of its texts, where another column has them in the other: a page shows the one in its own.
    public var language: Language?

    /// The column `name` of values of `type`.
    public init(
      _ name: String, _ type: ColumnType, _ heading: Text, unit: Unit? = nil, words: [String: Text] = [:],
      holdsOptions: Bool = false, language: Language? = nil
    ) {
      (self.name, self.type, self.heading, self.unit) = (name, type, heading, unit)
      (self.words, self.holdsOptions, self.language) = (words, holdsOptions, language)
    }
  }

  /// The name in results.
  public var name: String
  /// What it shows.
  public var title: Text
  /// Its columns, in order.
  public var columns: [Column]

  /// The table `name`.
  public init(_ name: String, _ title: Text, columns: [Column]) {
    (self.name, self.title, self.columns) = (name, title, columns)
  }

  /// A reader of files that hold the table.
  public var reader: CSVReader { CSVReader(columns: columns.map { ColumnSpec($0.name, $0.type, .partial) }) }
}
