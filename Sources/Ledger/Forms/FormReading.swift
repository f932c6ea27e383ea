import Diagnostics
import Hashing
import Language
import Schema
import Times

/// What an answer to a field's question comes to.
enum FormReading: Sendable {
  /// A value that the field admits.
  case value(Value)
  /// Something to ask first: what "yes" gives, and what "no" gives, nil where it gives nothing.
  case doubt(Text, yes: Value, no: Value?)
  /// No value, and why.
  case refused(MessageText)

  /// What `answer`, typed at `now`, is as a value of `field`, or as an element where it is a list.
  init(_ answer: String, for field: EntryField, in surroundings: FormSurroundings, at now: Instant) {
    if case .records(let kind)? = field.naming {
      self = Self.record(answer, of: kind, in: surroundings)
      return
    }
    let schema = field.elementSchema
    let value = Self.value(answer, schema.shape, surroundings, now)
    let problem = schema.problems(of: value, at: [.key(field.name)]).first
    let known = surroundings.known(field)
    let isKnown = value.string.map(known.contains) ?? true
    let isOpen = field.naming == .sharedWords && problem == nil
    // Between words of one letter or two every slip is near.
    if !isKnown, let near = nearName(to: answer, among: known), near.count > 2 {
      self = .doubt(FormWords.didYouMean(near), yes: .string(near), no: isOpen ? value : nil)
    } else if let problem {
      self = .refused(problem.message.text)
    } else if !isKnown, !known.isEmpty {
      self = .doubt(FormWords.isNew(answer), yes: value, no: nil)
    } else {
      self = .value(value)
    }
  }

  private static func value(
    _ answer: String, _ shape: Schema.Shape, _ surroundings: FormSurroundings, _ now: Instant
  ) -> Value {
    switch shape {
    case .choice(let words):
      guard !words.contains(answer) else { return .string(answer) }
      return .string(Int(answer).flatMap { words.indices.contains($0 - 1) ? words[$0 - 1] : nil } ?? answer)
    case .integer, .number: return Int(answer).map(Value.integer) ?? .string(answer)
    case .boolean: return FormWords.truth(answer).map(Value.bool) ?? .string(answer)
    case .string(.instant): return .string(surroundings.instant(answer, at: now)?.rfc3339 ?? answer)
    case .any, .string, .list, .object, .map, .either: return .string(answer)
    }
  }

  /// The record whose number in the list, or the beginning of whose id, is `answer`. An id in full needs no record here.
  private static func record(_ answer: String, of kind: String, in surroundings: FormSurroundings) -> FormReading {
    let offered = surroundings.records(of: kind)
    if let number = Int(answer), offered.indices.contains(number - 1) {
      return .value(.string(offered[number - 1].id.hex))
    }
    do throws(LedgerMessage) {
      let record = try surroundings.view.record(answer)
      guard record.kind == kind else {
        throw .otherKind(answer, kind.split(separator: ".").last.map(String.init) ?? kind)
      }
      return .value(.string(record.id.hex))
    } catch {
      return Hash32(hex: answer) == nil || error != .unknownRecord(answer)
        ? .refused(error.text) : .value(.string(answer))
    }
  }
}

extension EntryField {
  /// What one answer may be: an element, where the field is a list.
  var elementSchema: Schema {
    if case .list(let element, _) = schema.shape { element } else { schema }
  }

  /// Whether it takes several answers.
  var isList: Bool { if case .list = schema.shape { true } else { false } }
}
