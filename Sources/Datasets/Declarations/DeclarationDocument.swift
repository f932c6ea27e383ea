import Language
public import Schema
import Spreadsheets
import Tables
import Times

extension DatasetDeclaration {
  /// The declaration as keys of results hold it: what it does not say is left out.
  public var document: [String: Value] {
    var out: [String: Value] = ["format": .object(format.document)]
    if let contest { out["contest"] = contest.document }
    if let track { out["track"] = .string(track.rawValue) }
    if !areas.isEmpty { out["areas"] = .list(areas.map(Value.string)) }
    if let source { out["source"] = source.document }
    if let published { out["published"] = .string(published.rfc3339) }
    if let series { out["series"] = series.document }
    if let member { out["member"] = .string(member) }
    if !columns.isEmpty { out["columns"] = .object(columns.mapValues(\.document)) }
    if !filters.isEmpty {
      out["where"] = .list(filters.map(\.document))
    }
    if let long {
      var parts: [String: Value] = [
        "option": .string(long.option), "votes": .string(long.votes),
        "names": .object(long.names.mapValues { .list($0.map(Value.string)) }),
      ]
      if let empty = long.empty { parts["empty"] = .integer(empty) }
      out["long"] = .object(parts)
    }
    if !withheld.isEmpty { out["withheld"] = .list(withheld.map(\.document)) }
    if !notTotals.isEmpty { out["not_totals"] = .list(notTotals.map(Value.string)) }
    if expected != Expectation() {
      out["expect"] = [
        "rows": expected.rows.map(Value.integer) ?? .null, "totals": .object(expected.totals.mapValues(Value.integer)),
      ]
    }
    return out
  }
}

extension CSVFormat {
  fileprivate var document: [String: Value] {
    var out: [String: Value] = [
      "delimiter": .string(delimiter.rawValue), "quote": .string(quote.rawValue),
      "encoding": .string(encoding.rawValue),
      "decimal_mark": .string(decimalMark.rawValue), "header": .integer(headerLine),
      "missing": .list(missing.map(Value.string)),
    ]
    if let thousands { out["thousands"] = .string(thousands.rawValue) }
    if trimsBlanks { out["trim"] = true }
    if hasFormulaTexts { out["formula_texts"] = true }
    if hasTrailingDelimiter { out["trailing_delimiter"] = true }
    switch sheet {
    case .name(let name): out["sheet"] = .string(name)
    case .number(let number): out["sheet"] = .integer(number)
    case nil: break
    }
    return out
  }
}

extension WithheldText {
  fileprivate var document: Value {
    ["is": .list(texts.map(Value.string)), "from": .integer(range.lowerBound), "to": .integer(range.upperBound)]
  }
}

extension RowFilter {
  fileprivate var document: Value {
    var out: [String: Value] = ["column": .string(column)]
    if !values.isEmpty { out["is"] = .list(values.map(Value.string)) }
    if !others.isEmpty { out["is_not"] = .list(others.map(Value.string)) }
    if let isMissing { out["missing"] = .bool(isMissing) }
    if let least { out["from"] = .string("\(least)") }
    if let most { out["to"] = .string("\(most)") }
    return .object(out)
  }
}

extension ColumnSource {
  fileprivate var document: Value {
    var out: [String: Value] = [
      "columns": .list(columns.map(Value.string)), "time": Value(time?.name), "zone": Value(zone?.identifier),
    ]
    if !isGiven { out["given"] = false }
    if let constant { out["value"] = .string(constant) }
    if joiner != "-" { out["join"] = .string(joiner) }
    if let part { out["split"] = part.document }
    if let fileName { out["file_name"] = fileName.document }
    if let empty { out["empty"] = .string(empty) }
    if !missing.isEmpty { out["missing"] = .list(missing.map(Value.string)) }
    if let percent { out["percent"] = .string(percent) }
    if !less.isEmpty { out["less"] = .list(less.map(Value.string)) }
    return .object(out)
  }
}
