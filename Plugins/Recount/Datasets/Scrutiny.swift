public import ModuleKit

/// The boxes that somebody opened and counted again, one by one: a mission's log of a scrutiny or a recount.
public struct Scrutiny: Sendable {
  /// One box.
  public struct Box: Sendable, Equatable {
    /// The key of its sheet.
    public var sheet: String
    /// Why it was opened; nil where nobody says.
    public var reason: String?
    /// Who attended; empty where nobody says.
    public var attended: [String]
    /// Votes by option before and after, in ballot order.
    public var before, after: [Int?]

    /// The votes of every option before and after; nil where one is not known.
    public var compared: (before: [Int], after: [Int])? {
      let (before, after) = (before.compactMap(\.self), after.compactMap(\.self))
      return before.count == self.before.count && after.count == self.after.count ? (before, after) : nil
    }
  }

  /// The most votes that a box may hold.
  public static let most = 1_000_000

  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The areas of the boxes.
  public let areas: Areas
  /// The boxes, in the order of the file.
  public let boxes: [Box]

  /// The whole dataset as evidence.
  public var evidence: Evidence {
    Evidence(dataset: source.dataset, rows: [], citations: [source.citation], basis: .reported)
  }
}

/// The fields of opened boxes.
private struct ScrutinyFields: RowFields {
  let sheet = Field<String>("sheet", role: .key, "the box: the key of its sheet")
  let areas: [Field<String>]
  let reason = Field<String>("reason", "why it was opened")
  let attended = Field<String>("attended", "who attended: parties, offices, missions, with `;` between them")
  let before, after: [Field<Int>]
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    areas = Field.areas(of: declaration)
    let options = declaration.givenContest.options
    before = options.map { Field("before_\($0.id)", least: 0, "votes for \($0.name.en) before; empty where not known") }
    after = options.map { Field("after_\($0.id)", least: 0, "votes for \($0.name.en) after; empty where not known") }
  }
}

extension DatasetKind where Content == Scrutiny {
  /// Opened boxes, one a row.
  public static var scrutiny: Self {
    DatasetKind(
      "scrutiny", "boxes that were opened and counted again, one a row, with their votes before and after",
      takes: [.contest, .areas], fields: ScrutinyFields.init
    ) { source, fields throws(DiagnosticsError) in
      var problems: [Diagnostic] = []
      let boxes = (0..<source.table.rowCount).map { row in
        for field in fields.before + fields.after where (field[row] ?? 0) > Scrutiny.most {
          problems.append(
            source.problem(.partExceedsWhole(part: field.name, whole: "\(Scrutiny.most)"), row: row, of: field))
        }
        let attended = fields.attended.filled(row) ?? ""
        return Scrutiny.Box(
          sheet: fields.sheet[row] ?? "", reason: fields.reason.filled(row),
          attended: attended.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }.filter {
            !$0.isEmpty
          },
          before: fields.before.map { $0[row] }, after: fields.after.map { $0[row] })
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return Scrutiny(
        source: source, contest: source.declaration.givenContest, areas: Areas(fields.areas), boxes: boxes)
    }
  }
}
