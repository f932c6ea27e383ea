public import Diagnostics

/// What can be wrong with a draft's template, or with what it is bound to.
public enum DraftMessage: DiagnosticMessage, Hashable {
  /// `{{` without `}}` in the same stretch of text.
  case unclosedTag
  /// A tag stands where none is filled.
  case tagNotRead(in: String)
  /// The template begins with a head of YAML, as other programs read it.
  case headOfYAML
  /// `}}` that closes nothing.
  case strayBraces
  /// What stands in the braces is none of the tags.
  case notATag(String)
  /// A word behind the bar that is no format.
  case unknownFormat(String)
  /// `mission.x` or `draft.x` that is no fact.
  case unknownFact(String)
  /// An analysis that the draft does not use.
  case unknownAnalysis(String, known: [String])
  /// A code that the operation does not declare.
  case unknownFinding(String, analysis: String, operation: String, known: [String])
  /// A name that findings of the code do not have.
  case unknownValue(String, finding: String, known: [String])
  /// A figure that the operation does not draw.
  case unknownFigure(String, analysis: String, known: [String])
  /// A table that the operation does not make.
  case unknownTable(String, analysis: String, known: [String])
  /// A format for something that is no number, or for an end that a number does not have.
  case formatDoesNotApply(String, to: String)
  /// A finding that this edition does not have, used outside a section.
  case absentFinding(String)
  /// Several findings of one code, used outside a section.
  case severalFindings(String, subjects: [String])
  /// A subject that no finding of the code is about.
  case unknownSubject(String, finding: String, subjects: [String])
  /// A finding that has no value of a declared name.
  case absentValue(String, finding: String)
  /// A section that is not closed beside its opening.
  case unclosedSection(String)
  /// The end of a section that is not open here.
  case strayEnd(String)
  /// `{{.name}}` outside every section.
  case noCurrentFinding(String)
  /// A figure, a table or the annex within a line.
  case notAlone(String)
  /// A digit outside tags.
  case unboundFigure(String)
  /// A word that decides what a mission cannot know.
  case forbiddenWord(String)
  /// A finding of the annex, used outside it.
  case annexOnly(String)
  /// A section that is to know an instant, with something else.
  case notAnInstant(String)
  /// An image in the template.
  case image
  /// A figure that holds more than drawing.
  case unsafeFigure(String, reason: String)
  /// A figure that the operation draws, and did not in this edition.
  case absentFigure(String, String)
  /// A table that the operation makes, and did not in this edition.
  case absentTable(String, String)
  /// Sections and marks of Markdown inside one another, more than `limit`.
  case tooDeep(limit: Int)
  /// More nodes than a page of this template and these results may have.
  case tooManyNodes(limit: Int)
  /// More bytes of texts, tables and figures than a page may have.
  case tooMuchText(limit: Int)
  /// So many more problems than are told.
  case moreProblems(Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unclosedTag:
      .init(
        "D001", "a tag begins with '{{' and does not end in this stretch of text",
        hint: "write '}}' before the line, the cell or the emphasis ends; in a table the bar is \\|")
    case .tagNotRead(let place):
      .init("D044", "a tag in \(place) is not filled", hint: "write the words or the address themselves")
    case .headOfYAML:
      .init(
        "D045", "the template begins with a head of YAML, which is not read and would be published",
        hint: "take it out: title, languages and dates stand in veedor.yaml")
    case .strayBraces: .init("D002", "'}}' ends no tag", hint: "remove it, or write \\} for the signs themselves")
    case .notATag(let text):
      .init("D003", "'{{\(text)}}' is not a tag", hint: "write analysis.finding.value, or verbatim \"text\"")
    case .unknownFormat(let name):
      .init(
        "D004", "unknown format '\(name)'",
        hint: didYouMean(name, among: TagFormat.allCases.map(\.rawValue)) ?? "there are low, high, value, bare")
    case .unknownFact(let name):
      .init("D005", "unknown fact '\(name)'", hint: didYouMean(name, among: Fact.allCases.map(\.rawValue)))
    case .unknownAnalysis(let name, let known):
      .init(
        "D006", "the draft uses no analysis '\(name)'",
        hint: didYouMean(name, among: known) ?? "name it under uses:")
    case .unknownFinding(let name, let analysis, let operation, let known):
      .init(
        "D007", "\(analysis) has no finding '\(name)'; \(operation) declares none",
        hint: Self.choice(name, of: known))
    case .unknownValue(let name, let finding, let known):
      .init(
        "D008", "findings \(finding) have no '\(name)'",
        hint: Self.choice(name, of: known))
    case .unknownFigure(let name, let analysis, let known):
      .init(
        "D009", "\(analysis) has no figure '\(name)'",
        hint: Self.choice(name, of: known))
    case .unknownTable(let name, let analysis, let known):
      .init(
        "D010", "\(analysis) has no table '\(name)'",
        hint: Self.choice(name, of: known))
    case .formatDoesNotApply(let format, let name): .init("D011", "'\(name)' has no form '\(format)'")
    case .absentFinding(let finding):
      .init(
        "D012", "this edition has no finding \(finding)",
        hint: "put the sentence in a section {{#\(finding)}} ... {{/\(finding)}}")
    case .severalFindings(let finding, let subjects):
      .init(
        "D013", "this edition has \(subjects.count) findings \(finding): \(subjects.joined(separator: ", "))",
        hint: "name one as in \(finding)[\(subjects.first ?? "")], or use a section {{#\(finding)}} ... {{/\(finding)}}"
      )
    case .unknownSubject(let subject, let finding, let subjects):
      .init(
        "D014", "this edition has no finding \(finding) about '\(subject)'",
        hint: Self.choice(subject, of: subjects))
    case .absentValue(let name, let finding): .init("D015", "this edition's finding \(finding) states no '\(name)'")
    case .unclosedSection(let name):
      .init(
        "D016", "section '\(name)' is not closed where it was opened",
        hint: "end it with {{/\(name)}} in the same paragraph, list or page")
    case .strayEnd(let name):
      .init(
        "D017", "section '\(name)' ends, and is not open here",
        hint: "begin it with {{#\(name)}} in the same paragraph, list or page")
    case .noCurrentFinding(let name):
      .init(
        "D018", "'.\(name)' stands in no section, so it belongs to no finding",
        hint: "write analysis.finding.value")
    case .notAlone(let tag):
      .init("D019", "'\(tag)' must stand in a paragraph of its own", hint: "leave an empty line before and behind it")
    case .unboundFigure(let figure):
      .init("D020", "unbound figure '\(figure)'", hint: "bind it to a finding, or write {{verbatim \"\(figure)\"}}")
    case .forbiddenWord(let word):
      .init(
        "D021", "'\(word)' decides what a mission cannot know",
        hint: "say what the count could establish, or who says it: “...”, said ...; list a name under mission.names")
    case .annexOnly(let finding):
      .init("D022", "findings \(finding) belong in an annex", hint: "use it inside {{#annex}} ... {{/annex}}")
    case .notAnInstant(let text):
      .init(
        "D029", "'\(text)' is no instant at which something became known",
        hint: "give day, time and offset, as in {{#known 2017-12-18T00:00:00-06:00}} ... {{/known}}")
    case .image:
      .init("D024", "a draft holds no images", hint: "draw it in an analysis and use {{figure analysis.name}}")
    case .unsafeFigure(let figure, let reason):
      .init("D025", "figure \(figure) holds \(reason), which a page may not", hint: "this is a fault of the module")
    case .absentFigure(let name, let analysis):
      .init(
        "D027", "in this edition \(analysis) has no figure '\(name)'",
        hint: "put it in a section of the finding that it shows")
    case .absentTable(let name, let analysis):
      .init(
        "D028", "in this edition \(analysis) has no table '\(name)'",
        hint: "put it in a section of the finding that it shows")
    case .tooDeep(let limit):
      .init("D040", "sections, lists and the like stand inside one another more than \(limit) deep")
    case .tooManyNodes(let limit):
      .init(
        "D041", "the page becomes more than \(limit) pieces of text here",
        hint: "sections over findings that stand inside one another multiply: put one behind another")
    case .tooMuchText(let limit):
      .init(
        "D042", "what the page shows of results takes more than \(limit) bytes here",
        hint: "show less of it: a table or a figure once, fewer findings")
    case .moreProblems(let count):
      .init("D043", count == 1 ? "and 1 more problem" : "and \(count) more problems")
    }
  }

  /// The name among `known` that is near, else all of them.
  private static func choice(_ name: String, of known: [String]) -> String? {
    didYouMean(name, among: known) ?? (known.isEmpty ? nil : "there are \(known.sorted().joined(separator: ", "))")
  }
}

/// A message and where in the template it belongs.
struct Problem {
  var message: DraftMessage
  var range: MarkRange
}
