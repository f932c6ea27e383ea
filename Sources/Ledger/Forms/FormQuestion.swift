import Language
import Schema
import Times

/// What is shown before somebody answers for a field.
struct FormQuestion {
  let field: EntryField
  let surroundings: FormSurroundings
  /// The value it has already.
  let value: Value?

  private var language: Language { surroundings.language }

  /// What Enter takes: the value so far, else what is usual.
  var usual: Value? { field.isList ? value : value ?? surroundings.usual[field.name] }

  /// The lines, of which the first has the field's `number` among `count`.
  func lines(_ number: Int, of count: Int) -> [String] {
    let needed = field.isRequired ? FormWords.needed[language] : ""
    let head = FormWords.place(number, of: count)[language] + "\(field.name)\(needed): \(field.meaning[language])"
    return [head] + choices + (field.isList ? [FormWords.oneByOne[language]] : [])
  }

  /// What stands before the answer.
  var prompt: String {
    if field.isList { return "\(field.name) \((value?.list?.count ?? 0) + 1): " }
    let shown = usual.map { " [\(surroundings.text(of: $0, field))]" } ?? ""
    return "\(field.name)\(shown): "
  }

  /// What can be answered, where that is to be told.
  private var choices: [String] {
    switch field.naming {
    case .records(let kind)?:
      let records = surroundings.records(of: kind)
      guard !records.isEmpty else { return [FormWords.noRecords[language]] }
      return Self.numbered(records.map(surroundings.line)) + [FormWords.recordNumber[language]]
    case .sharedWords?:
      let words = surroundings.offered(in: field.name)
      return form + (words.isEmpty ? [] : [FormWords.soFar(words.joined(separator: ", "))[language]])
    case nil: return form
    }
  }

  /// What a value looks like.
  private var form: [String] {
    switch field.elementSchema.shape {
    case .choice(let words): Self.numbered(words)
    case .boolean: ["  " + FormWords.yesOrNo[language]]
    case .integer(let range): [FormWords.whole(range)[language]]
    case .string(.instant): [FormWords.time(surroundings.zone.identifier)[language]]
    case .string(.filled), .string(.text): []
    case .string(let format): ["  " + format.expectation[language]]
    case .any, .number, .list, .object, .map, .either: []
    }
  }

  private static func numbered(_ lines: [String]) -> [String] { lines.enumerated().map { "  \($0 + 1)  \($1)" } }
}
