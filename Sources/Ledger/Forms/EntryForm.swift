import Diagnostics
import Language
public import Schema
public import Times

/// A form for one record: it asks for one field after another, shows all answers once more, and gives the fields once somebody says yes.
///
/// It is a value that knows no terminal: whoever shows it prints ``lines`` and ``prompt``, hands over each line that is typed, and keeps
/// ``draft`` after each.
///
///     var form = EntryForm(kind, surroundings)
///     while form.end == nil { form.take(ask(form.lines, form.prompt), at: now) }
public struct EntryForm {
  /// How a form ends.
  public enum End: Sendable, Equatable {
    /// Somebody stops; the draft is for later.
    case stopped
    /// Somebody drops the draft.
    case dropped
    /// The fields of the record that is to be written.
    case complete([String: Value])
  }

  /// The most bytes of a line that a terminal hands over whole (`N_TTY_BUF_SIZE` of Linux, with the end of the line).
  private static let longestLine = 4094

  private enum Step {
    /// A draft is there.
    case resuming
    case field(Int)
    /// An answer to a field is doubtful.
    case doubt(Int, Text, yes: Value, no: Value?)
    case review
  }

  /// What to show now, line by line.
  public private(set) var lines: [String] = []
  /// The answers so far.
  public private(set) var draft: FormDraft
  /// How it ended; nil as long as it asks.
  public private(set) var end: End?
  private let kind: EntryKind
  private let surroundings: FormSurroundings
  private var step: Step
  private var language: Language { surroundings.language }

  /// A form for a record of `kind`, which goes on with `draft` where there is one.
  public init(_ kind: EntryKind, _ surroundings: FormSurroundings, goingOnWith draft: FormDraft? = nil) {
    (self.kind, self.surroundings, self.draft) = (kind, surroundings, draft ?? FormDraft())
    step = .resuming
    if let draft {
      let answered = kind.fields.enumerated().filter { draft.answers[$0.element.name] != nil }
      lines = [FormWords.kept(kind.name, answered.count, of: kind.fields.count)[language]]
      lines += answered.map { "  " + line(of: $0.element) } + [FormWords.resuming[language]]
    } else {
      begin()
    }
  }

  /// What stands before the next answer.
  public var prompt: String {
    switch step {
    case .resuming: "[1]: "
    case .field(let place): question(place).prompt
    case .doubt(_, let text, _, _): "\(text[language]) [\(FormWords.yes[language])]: "
    case .review: FormWords.decision[language]
    }
  }

  /// Takes the line that somebody typed at `now`; nil where there are no more.
  public mutating func take(_ line: String?, at now: Instant) {
    lines = []
    guard let answer = line?.withoutOuterBlanks, answer != "." else {
      end = .stopped
      return
    }
    guard answer.utf8.count < Self.longestLine else {
      lines = [FormWords.tooLong(kind.name)[language]]
      return
    }
    guard !answer.unicodeScalars.contains(where: \.needsShowing) else {
      lines = [FormWords.unseen(answer.visible)[language]]
      return
    }
    switch step {
    case .resuming: resume(answer)
    case .field(let place): take(answer, for: place, at: now)
    case .doubt(let place, _, let yes, let no): settle(answer, for: place, yes, no)
    case .review: decide(answer)
    }
  }

  // MARK: - A draft

  private mutating func begin() {
    lines = ["\(kind.name): \(kind.summary[language])", FormWords.keys[language]]
    goOn()
  }

  private mutating func resume(_ answer: String) {
    switch answer {
    case "", "1": goOn()
    case "2":
      draft = FormDraft()
      begin()
    case "3": end = .dropped
    default: lines = [FormWords.oneToThree[language]]
    }
  }

  // MARK: - Fields

  /// Asks for the first field that is not done with; shows all where there is none.
  private mutating func goOn() {
    if let next = kind.fields.firstIndex(where: { !draft.passed.contains($0.name) }) {
      ask(next)
    } else {
      showAll()
    }
  }

  private mutating func ask(_ place: Int) {
    draft.passed.remove(kind.fields[place].name)
    step = .field(place)
    lines += question(place).lines(place + 1, of: kind.fields.count)
  }

  private func question(_ place: Int) -> FormQuestion {
    let field = kind.fields[place]
    return FormQuestion(field: field, surroundings: surroundings, value: draft.answers[field.name])
  }

  private mutating func take(_ answer: String, for place: Int, at now: Instant) {
    let field = kind.fields[place]
    switch answer {
    case "?":
      lines = question(place).lines(place + 1, of: kind.fields.count) + [FormWords.keys[language]]
      if !field.isRequired { lines.append(FormWords.leaveOut[language]) }
    case "<": goBack(from: place)
    case "-": leaveOut(field)
    case "":
      if let usual = question(place).usual { draft.answers[field.name] = usual }
      pass(field)
    default: read(answer, for: place, at: now)
    }
  }

  /// To the element before, in a list; else to the field before.
  private mutating func goBack(from place: Int) {
    let name = kind.fields[place].name
    if kind.fields[place].isList, let elements = draft.answers[name]?.list {
      draft.answers[name] = elements.count > 1 ? .list(elements.dropLast()) : nil
      ask(place)
    } else {
      ask(max(0, place - 1))
    }
  }

  private mutating func leaveOut(_ field: EntryField) {
    draft.answers[field.name] = nil
    pass(field)
  }

  /// Has done with a field, unless it is needed and not there.
  private mutating func pass(_ field: EntryField) {
    guard !field.isRequired || draft.answers[field.name] != nil else {
      lines = [FormWords.isNeeded[language]]
      return
    }
    draft.passed.insert(field.name)
    goOn()
  }

  private mutating func read(_ answer: String, for place: Int, at now: Instant) {
    switch FormReading(answer, for: kind.fields[place], in: surroundings, at: now) {
    case .value(let value): set(value, at: place)
    case .doubt(let text, let yes, let no): step = .doubt(place, text, yes: yes, no: no)
    case .refused(let text): lines = [text.sentence[language]] + (text.hint.map { [$0[language]] } ?? [])
    }
  }

  private mutating func settle(_ answer: String, for place: Int, _ yes: Value, _ no: Value?) {
    switch answer.isEmpty ? true : FormWords.truth(answer) {
    case true?: set(yes, at: place)
    case false?:
      step = .field(place)
      if let no { set(no, at: place) }
    case nil: lines = [FormWords.yesOrNo[language]]
    }
  }

  private mutating func set(_ value: Value, at place: Int) {
    let field = kind.fields[place]
    guard field.isList else {
      draft.answers[field.name] = value
      return pass(field)
    }
    draft.answers[field.name] = .list((draft.answers[field.name]?.list ?? []) + [value])
    step = .field(place)
  }

  // MARK: - All answers

  private mutating func showAll() {
    step = .review
    lines += ["", FormWords.review(kind.name)[language]]
    lines += kind.fields.enumerated().map { "  \($0 + 1)  \(line(of: $1))" }
    if let body = try? kind.opening(draft.answers),
      let twin = surroundings.view.records.first(where: { SealedBody.open($0.opening.body) == SealedBody.open(body) })
    {
      lines.append(FormWords.twin(surroundings.line(twin))[language])
    }
    if kind.isFixed { lines.append(FormWords.fixed[language]) }
    lines.append(FormWords.decide[language])
  }

  private func line(of field: EntryField) -> String {
    "\(field.name): \(draft.answers[field.name].map { surroundings.text(of: $0, field) } ?? "-")"
  }

  private mutating func decide(_ answer: String) {
    if let number = Int(answer), kind.fields.indices.contains(number - 1) {
      ask(number - 1)
    } else if answer == "<" {
      ask(kind.fields.count - 1)
    } else if answer == "?" {
      showAll()
    } else if ["yes", "sí", "si"].contains(answer.lowercased()) {
      end = .complete(draft.answers)
    } else {
      lines = [FormWords.noField(kind.fields.count)[language]]
    }
  }
}
