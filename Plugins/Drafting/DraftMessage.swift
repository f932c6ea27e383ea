public import Diagnostics

/// What can be wrong with a draft's template, or with what it is bound to.
public enum DraftMessage: DiagnosticMessage, Hashable {
  /// `{{` without `}}` in the same stretch of text.
  case unclosedTag
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
  /// The as-of time of an edition that has none.
  case noAsOf
  /// An image in the template.
  case image
  /// A figure that holds more than drawing.
  case unsafeFigure(String, reason: String)
  /// The same word in what a finding says.
  case forbiddenWordInFinding(String, finding: String)
  /// A figure that the operation draws, and did not in this edition.
  case absentFigure(String, String)
  /// A table that the operation makes, and did not in this edition.
  case absentTable(String, String)

  /// The stable code.
  public var code: String {
    switch self {
    case .unclosedTag: "D001"
    case .strayBraces: "D002"
    case .notATag: "D003"
    case .unknownFormat: "D004"
    case .unknownFact: "D005"
    case .unknownAnalysis: "D006"
    case .unknownFinding: "D007"
    case .unknownValue: "D008"
    case .unknownFigure: "D009"
    case .unknownTable: "D010"
    case .formatDoesNotApply: "D011"
    case .absentFinding: "D012"
    case .severalFindings: "D013"
    case .unknownSubject: "D014"
    case .absentValue: "D015"
    case .unclosedSection: "D016"
    case .strayEnd: "D017"
    case .noCurrentFinding: "D018"
    case .notAlone: "D019"
    case .unboundFigure: "D020"
    case .forbiddenWord: "D021"
    case .annexOnly: "D022"
    case .noAsOf: "D023"
    case .image: "D024"
    case .unsafeFigure: "D025"
    case .forbiddenWordInFinding: "D026"
    case .absentFigure: "D027"
    case .absentTable: "D028"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .unclosedTag: "a tag begins with '{{' and does not end in this stretch of text"
    case .strayBraces: "'}}' ends no tag"
    case .notATag(let text): "'{{\(text)}}' is not a tag"
    case .unknownFormat(let name): "unknown format '\(name)'"
    case .unknownFact(let name): "unknown fact '\(name)'"
    case .unknownAnalysis(let name, _): "the draft uses no analysis '\(name)'"
    case .unknownFinding(let code, let analysis, let operation, _):
      "\(analysis) has no finding '\(code)'; \(operation) declares none"
    case .unknownValue(let name, let finding, _): "findings \(finding) have no '\(name)'"
    case .unknownFigure(let name, let analysis, _): "\(analysis) has no figure '\(name)'"
    case .unknownTable(let name, let analysis, _): "\(analysis) has no table '\(name)'"
    case .formatDoesNotApply(let format, let name): "'\(name)' has no form '\(format)'"
    case .absentFinding(let finding): "this edition has no finding \(finding)"
    case .severalFindings(let finding, let subjects):
      "this edition has \(subjects.count) findings \(finding): \(subjects.joined(separator: ", "))"
    case .unknownSubject(let subject, let finding, _): "this edition has no finding \(finding) about '\(subject)'"
    case .absentValue(let name, let finding): "this edition's finding \(finding) states no '\(name)'"
    case .unclosedSection(let name): "section '\(name)' is not closed where it was opened"
    case .strayEnd(let name): "section '\(name)' ends, and is not open here"
    case .noCurrentFinding(let name): "'.\(name)' stands in no section, so it belongs to no finding"
    case .notAlone(let tag): "'\(tag)' must stand in a paragraph of its own"
    case .unboundFigure(let figure): "unbound figure '\(figure)'"
    case .forbiddenWord(let word): "'\(word)' decides what a mission cannot know"
    case .annexOnly(let finding): "findings \(finding) belong in an annex"
    case .noAsOf: "this edition has no as-of time"
    case .image: "a draft holds no images"
    case .unsafeFigure(let figure, let reason): "figure \(figure) holds \(reason), which a page may not"
    case .forbiddenWordInFinding(let word, let finding):
      "finding \(finding) says '\(word)', which decides what a mission cannot know"
    case .absentFigure(let name, let analysis): "in this edition \(analysis) has no figure '\(name)'"
    case .absentTable(let name, let analysis): "in this edition \(analysis) has no table '\(name)'"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .unclosedTag: "write '}}' before the line, the cell or the emphasis ends; in a table the bar is \\|"
    case .strayBraces: "remove it, or write \\} for the signs themselves"
    case .notATag: "write analysis.finding.value, or verbatim \"text\""
    case .unknownFormat(let name):
      didYouMean(name, among: TagFormat.allCases.map(\.rawValue)) ?? "there are low, high, value, bare"
    case .unknownFact(let name): didYouMean(name, among: Fact.allCases.map(\.rawValue))
    case .unknownAnalysis(let name, let known): didYouMean(name, among: known) ?? "name it under uses:"
    case .unknownFinding(let name, _, _, let known), .unknownValue(let name, _, let known),
      .unknownFigure(let name, _, let known), .unknownTable(let name, _, let known):
      didYouMean(name, among: known) ?? (known.isEmpty ? nil : "there are \(known.sorted().joined(separator: ", "))")
    case .formatDoesNotApply: nil
    case .absentFinding(let finding): "put the sentence in a section {{#\(finding)}} ... {{/\(finding)}}"
    case .severalFindings(let finding, let subjects):
      "name one as in \(finding)[\(subjects.first ?? "")], or use a section {{#\(finding)}} ... {{/\(finding)}}"
    case .unknownSubject(let subject, _, let subjects):
      didYouMean(subject, among: subjects)
        ?? (subjects.isEmpty ? nil : "there are \(subjects.sorted().joined(separator: ", "))")
    case .absentValue: nil
    case .unclosedSection(let name): "end it with {{/\(name)}} in the same paragraph, list or page"
    case .strayEnd(let name): "begin it with {{#\(name)}} in the same paragraph, list or page"
    case .noCurrentFinding: "write analysis.finding.value"
    case .notAlone: "leave an empty line before and behind it"
    case .unboundFigure(let figure): "bind it to a finding, or write {{verbatim \"\(figure)\"}}"
    case .forbiddenWord: "say what the count could establish, or quote and attribute it: “...”, said ..."
    case .annexOnly: "use it inside {{#annex}} ... {{/annex}}"
    case .noAsOf: "give the draft as_of:"
    case .image: "draw it in an analysis and use {{figure analysis.name}}"
    case .absentFigure, .absentTable: "put it in a section of the finding that it shows"
    case .unsafeFigure, .forbiddenWordInFinding: "this is a fault of the module"
    }
  }
}

/// A message and where in the template it belongs.
struct Problem {
  var message: DraftMessage
  var range: MarkRange
}
