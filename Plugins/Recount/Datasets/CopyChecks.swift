public import ModuleKit

/// Comparisons of copies of tally sheets with the sheets themselves, in the order of the file.
public struct CopyChecks: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The comparisons.
  public let all: [CopyCheck]

  /// The rows as evidence.
  public func evidence(_ checks: CopyCheck...) -> Evidence { source.evidence(checks.map(\.provenance)) }
}

/// One comparison of copies of tally sheets with the sheets themselves.
public struct CopyCheck: Sendable, Equatable {
  /// Whose copy of a sheet it is.
  public enum Track: String, Sendable, CaseIterable { case official, preliminary, party, observer }

  /// Its key, source and times.
  public var provenance: Provenance
  /// Who compared; the source where nobody else is named.
  public var comparedBy: Text
  /// Whose copies were compared.
  public var track: Track?
  /// All sheets there are, those of which a copy was handed over, and the copies compared.
  public var sheets, covered, sampled: Int
  /// Compared copies that differ from their sheet.
  public var differing: Int
  /// How the compared copies were chosen among those handed over.
  public var selection: Selection

  /// The sheets of which no copy was handed over.
  public var uncovered: Int { sheets - covered }
}

extension DatasetKind where Content == CopyChecks {
  /// Comparisons of copies of tally sheets with the sheets themselves, one a row.
  public static var copyChecks: Self {
    DatasetKind(
      "copy_checks", "comparisons of copies of tally sheets with the sheets themselves, one a row",
      columns: [
        KindColumn("id", .text, role: .key, "the comparison's key"),
        KindColumn("compared_by_en", .text, "who compared, for English readers; the source where empty"),
        KindColumn("compared_by_es", .text, "who compared, for Spanish readers; the source where empty"),
        KindColumn("track", .choice(CopyCheck.Track.allCases.map(\.rawValue)), "whose copies were compared"),
        KindColumn("sheets_total", .integer(least: 1), role: .required, "all sheets there are"),
        KindColumn(
          "copies_covered", .integer(least: 1), role: .required, "the sheets of which a copy was handed over"),
        KindColumn("copies_sampled", .integer(least: 1), role: .required, "the copies compared"),
        KindColumn(
          "copies_differ", .integer(least: 0), role: .required, "compared copies that differ from their sheet"),
        KindColumn(
          "selection", .choice(Selection.allCases.map(\.rawValue)),
          "how the compared copies were chosen among those handed over; `unknown` where empty"),
      ] + Provenance.columns
    ) { source throws(DiagnosticsError) in
      CopyChecks(source: source, all: try checks(of: source))
    }
  }

  private static func checks(of source: DatasetSource) throws(DiagnosticsError) -> [CopyCheck] {
    let table = source.table
    func integer(_ name: String, _ row: Int) -> Int { table.integerColumn(name)?[row].map { Int($0) } ?? 0 }
    func text(_ name: String, _ row: Int) -> String? { table.textColumn(name)?[row].flatMap { $0.isEmpty ? nil : $0 } }
    var problems: [Diagnostic] = []
    var out: [CopyCheck] = []
    for (row, provenance) in source.provenances(problems: &problems).enumerated() {
      let comparedBy = text("compared_by_en", row) ?? text("compared_by_es", row)
      out.append(
        CopyCheck(
          provenance: provenance,
          comparedBy: comparedBy.map {
            Text(en: text("compared_by_en", row) ?? $0, es: text("compared_by_es", row) ?? $0)
          }
            ?? provenance.sourceName,
          track: text("track", row).flatMap(CopyCheck.Track.init), sheets: integer("sheets_total", row),
          covered: integer("copies_covered", row), sampled: integer("copies_sampled", row),
          differing: integer("copies_differ", row),
          selection: text("selection", row).flatMap(Selection.init) ?? .unknown))
      let chain = ["sheets_total", "copies_covered", "copies_sampled", "copies_differ"]
      for (whole, part) in zip(chain, chain.dropFirst()) where integer(part, row) > integer(whole, row) {
        problems.append(
          source.problem(
            .partExceedsWhole(part: part, whole: whole), row: row, field: part, value: "\(integer(part, row))"))
      }
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
