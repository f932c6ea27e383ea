/// One thing that an operation makes beside its findings: a table, a figure in a language, or a page.
public struct Artefact: Sendable, Hashable {
  /// What an artefact is, and what it is called.
  public enum Name: Sendable, Hashable {
    /// The table of this name, in all languages.
    case table(String)
    /// The figure of this name, with its words in a language.
    case figure(String, Language)
    /// The page in a language.
    case page(Language)
  }

  /// What stands in it.
  public enum Content: Sendable, Hashable {
    /// Rows and columns.
    case table(Table)
    /// SVG or HTML.
    case text(String)
  }

  /// What it is called.
  public let name: Name
  /// What stands in it.
  public let content: Content

  /// The table, figure or page `name` that holds `text`.
  public init(_ name: Name, _ text: String) { (self.name, content) = (name, .text(text)) }

  /// The table `name`.
  public init(table name: String, _ table: Table) { (self.name, content) = (.table(name), .table(table)) }

  /// The bytes that are handed from program to program.
  public var bytes: [UInt8] {
    switch content {
    case .table(let table): table.canonicalCSV
    case .text(let text): Array(text.utf8)
    }
  }

  /// The bytes of the file that people open: no text of a table is a spreadsheet's formula.
  public var keptBytes: [UInt8] {
    switch content {
    case .table(let table): table.spreadsheetCSV
    case .text(let text): Array(text.utf8)
    }
  }
}

extension Artefact.Name {
  /// The path inside the folder of a result: `tables/gaps.csv`, `figures/lead.es.svg`, `es.html`.
  public var path: String {
    switch self {
    case .table(let name): "tables/\(name).csv"
    case .figure(let name, let language): "figures/\(name).\(language.rawValue).svg"
    case .page(let language): "\(language.rawValue).html"
    }
  }

  /// The media type (IANA).
  public var mediaType: String {
    switch self {
    case .table: "text/csv"
    case .figure: "image/svg+xml"
    case .page: "text/html"
    }
  }
}

extension Artefact.Name: Comparable {
  /// Tables stand before figures and these before pages, by name and then by language.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: (Int, String, Int) {
    switch self {
    case .table(let name): (0, name, 0)
    case .figure(let name, let language): (1, name, language.order)
    case .page(let language): (2, "", language.order)
    }
  }
}

extension Language {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
