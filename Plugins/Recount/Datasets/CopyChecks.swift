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
  public enum Track: String, Sendable, CaseIterable, FieldValue { case official, preliminary, party, observer }

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

/// The fields of comparisons.
private struct CopyCheckFields: SourcedFields {
  let id = Field<String>("id", role: .key, "the comparison's key")
  let comparedBy = BilingualField(
    "compared_by", en: "who compared, for English readers; the source where empty",
    es: "who compared, for Spanish readers; the source where empty")
  let track = Field<CopyCheck.Track>("track", "whose copies were compared")
  let sheets = Field<Int>("sheets_total", least: 1, role: .required, "all sheets there are")
  let covered = Field<Int>(
    "copies_covered", least: 1, role: .required, "the sheets of which a copy was handed over")
  let sampled = Field<Int>("copies_sampled", least: 1, role: .required, "the copies compared")
  let differing = Field<Int>(
    "copies_differ", least: 0, role: .required, "compared copies that differ from their sheet")
  let selection = Field<Selection>(
    "selection", "how the compared copies were chosen among those handed over; `unknown` where empty")
  let provenance = ProvenanceFields()
}

extension DatasetKind where Content == CopyChecks {
  /// Comparisons of copies of tally sheets with the sheets themselves, one a row.
  public static var copyChecks: Self {
    DatasetKind("copy_checks", "comparisons of copies of tally sheets with the sheets themselves, one a row") { _ in
      CopyCheckFields()
    } load: { source, fields throws(DiagnosticsError) in
      CopyChecks(source: source, all: try checks(of: source, fields))
    }
  }

  private static func checks(
    of source: DatasetSource, _ fields: CopyCheckFields
  ) throws(DiagnosticsError) -> [CopyCheck] {
    var problems: [Diagnostic] = []
    var out: [CopyCheck] = []
    for (row, provenance) in fields.provenance.provenances(keys: fields.id, in: source).enumerated() {
      out.append(
        CopyCheck(
          provenance: provenance, comparedBy: fields.comparedBy[row] ?? provenance.sourceName,
          track: fields.track[row], sheets: fields.sheets[row] ?? 0, covered: fields.covered[row] ?? 0,
          sampled: fields.sampled[row] ?? 0, differing: fields.differing[row] ?? 0,
          selection: fields.selection[row] ?? .unknown))
      let chain = [fields.sheets, fields.covered, fields.sampled, fields.differing]
      for (whole, part) in zip(chain, chain.dropFirst()) where (part[row] ?? 0) > (whole[row] ?? 0) {
        problems.append(
          source.problem(.partExceedsWhole(part: part.name, whole: whole.name), row: row, of: part))
      }
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
