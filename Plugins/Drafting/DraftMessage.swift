public import Diagnostics
public import Language

/// What can be wrong with a draft's template, or with what it is bound to.
public enum DraftMessage: DiagnosticMessage, Hashable {
  /// `{{` without `}}` in the same stretch of text.
  case unclosedTag
  /// A tag stands where none is filled.
  case tagNotRead(in: Text)
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
  case unsafeFigure(String, reason: Text)
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
        "D001", en: "a tag begins with '{{' and does not end in this stretch of text",
        es: "una etiqueta empieza con «{{» y no termina en este tramo de texto",
        hint: Text(
          en: "write '}}' before the line, the cell or the emphasis ends; in a table the bar is \\|",
          es: "escriba «}}» antes de que termine la línea, la celda o el énfasis; en una tabla la barra es \\|"))
    case .tagNotRead(let place):
      .init(
        "D044", en: "a tag in \(place.en) is not filled", es: "no se llena una etiqueta en \(place.es)",
        hint: Text(en: "write the words or the address themselves", es: "escriba las palabras o la dirección mismas"))
    case .headOfYAML:
      .init(
        "D045", en: "the template begins with a head of YAML, which is not read and would be published",
        es: "la plantilla empieza con un encabezado YAML, que no se lee y se publicaría",
        hint: Text(
          en: "take it out: title, languages and dates stand in veedor.yaml",
          es: "quítelo: título, idiomas y fechas están en veedor.yaml"))
    case .strayBraces:
      .init(
        "D002", en: "'}}' ends no tag", es: "«}}» no cierra ninguna etiqueta",
        hint: Text(
          en: "remove it, or write \\} for the signs themselves", es: "quítelo, o escriba \\} para los signos mismos"))
    case .notATag(let text):
      .init(
        "D003", en: "'{{\(text)}}' is not a tag", es: "«{{\(text)}}» no es una etiqueta",
        hint: Text(
          en: "write analysis.finding.value, or verbatim \"text\"",
          es: "escriba analysis.finding.value, o verbatim \"texto\""))
    case .unknownFormat(let name):
      .init(
        "D004", en: "unknown format '\(name)'", es: "formato desconocido «\(name)»",
        hint: didYouMean(name, among: TagFormat.allCases.map(\.rawValue))
          ?? Text(en: "there are low, high, value, bare", es: "existen low, high, value, bare"))
    case .unknownFact(let name):
      .init(
        "D005", en: "unknown fact '\(name)'", es: "dato desconocido «\(name)»",
        hint: didYouMean(name, among: Fact.allCases.map(\.rawValue)))
    case .unknownAnalysis(let name, let known):
      .init(
        "D006", en: "the draft uses no analysis '\(name)'", es: "el borrador no usa ningún análisis «\(name)»",
        hint: didYouMean(name, among: known) ?? Text(en: "name it under uses:", es: "nómbrelo en uses:"))
    case .unknownFinding(let name, let analysis, let operation, let known):
      .init(
        "D007", en: "\(analysis) has no finding '\(name)'; \(operation) declares none",
        es: "\(analysis) no tiene el hallazgo «\(name)»; \(operation) no lo declara", hint: Self.choice(name, of: known)
      )
    case .unknownValue(let name, let finding, let known):
      .init(
        "D008", en: "findings \(finding) have no '\(name)'", es: "los hallazgos \(finding) no tienen «\(name)»",
        hint: Self.choice(name, of: known))
    case .unknownFigure(let name, let analysis, let known):
      .init(
        "D009", en: "\(analysis) has no figure '\(name)'", es: "\(analysis) no tiene la figura «\(name)»",
        hint: Self.choice(name, of: known))
    case .unknownTable(let name, let analysis, let known):
      .init(
        "D010", en: "\(analysis) has no table '\(name)'", es: "\(analysis) no tiene la tabla «\(name)»",
        hint: Self.choice(name, of: known))
    case .formatDoesNotApply(let format, let name):
      .init("D011", en: "'\(name)' has no form '\(format)'", es: "«\(name)» no tiene la forma «\(format)»")
    case .absentFinding(let finding):
      .init(
        "D012", en: "this edition has no finding \(finding)", es: "esta edición no tiene el hallazgo \(finding)",
        hint: Text(
          en: "put the sentence in a section {{#\(finding)}} ... {{/\(finding)}}",
          es: "ponga la oración en una sección {{#\(finding)}} ... {{/\(finding)}}"))
    case .severalFindings(let finding, let subjects):
      .init(
        "D013", en: "this edition has \(subjects.count) findings \(finding): \(subjects.joined(separator: ", "))",
        es: "esta edición tiene \(subjects.count) hallazgos \(finding): \(subjects.joined(separator: ", "))",
        hint: Text(
          en:
            "name one as in \(finding)[\(subjects.first ?? "")], or use a section {{#\(finding)}} ... {{/\(finding)}}",
          es:
            "nombre uno, como en \(finding)[\(subjects.first ?? "")], o use una sección {{#\(finding)}} ... {{/\(finding)}}"
        ))
    case .unknownSubject(let subject, let finding, let subjects):
      .init(
        "D014", en: "this edition has no finding \(finding) about '\(subject)'",
        es: "esta edición no tiene un hallazgo \(finding) sobre «\(subject)»", hint: Self.choice(subject, of: subjects))
    case .absentValue(let name, let finding):
      .init(
        "D015", en: "this edition's finding \(finding) states no '\(name)'",
        es: "el hallazgo \(finding) de esta edición no indica «\(name)»")
    case .unclosedSection(let name):
      .init(
        "D016", en: "section '\(name)' is not closed where it was opened",
        es: "la sección «\(name)» no se cierra donde se abrió",
        hint: Text(
          en: "end it with {{/\(name)}} in the same paragraph, list or page",
          es: "ciérrela con {{/\(name)}} en el mismo párrafo, lista o página"))
    case .strayEnd(let name):
      .init(
        "D017", en: "section '\(name)' ends, and is not open here",
        es: "la sección «\(name)» termina, y no está abierta aquí",
        hint: Text(
          en: "begin it with {{#\(name)}} in the same paragraph, list or page",
          es: "ábrala con {{#\(name)}} en el mismo párrafo, lista o página"))
    case .noCurrentFinding(let name):
      .init(
        "D018", en: "'.\(name)' stands in no section, so it belongs to no finding",
        es: "«.\(name)» no está en ninguna sección, y por eso no es de ningún hallazgo",
        hint: Text(en: "write analysis.finding.value", es: "escriba analysis.finding.value"))
    case .notAlone(let tag):
      .init(
        "D019", en: "'\(tag)' must stand in a paragraph of its own", es: "«\(tag)» debe estar en un párrafo propio",
        hint: Text(en: "leave an empty line before and behind it", es: "deje una línea vacía antes y después"))
    case .unboundFigure(let figure):
      .init(
        "D020", en: "unbound figure '\(figure)'", es: "cifra sin vínculo «\(figure)»",
        hint: Text(
          en: "bind it to a finding, or write {{verbatim \"\(figure)\"}}",
          es: "vincúlela a un hallazgo, o escriba {{verbatim \"\(figure)\"}}"))
    case .forbiddenWord(let word):
      .init(
        "D021", en: "'\(word)' decides what a mission cannot know",
        es: "«\(word)» decide lo que una misión no puede saber",
        hint: Text(
          en: "say what the count could establish, or who says it: “...”, said ...; list a name under mission.names",
          es:
            "diga qué pudo establecer el conteo, o quién lo afirma: «...», afirmó ...; ponga un nombre en mission.names"
        ))
    case .annexOnly(let finding):
      .init(
        "D022", en: "findings \(finding) belong in an annex", es: "los hallazgos \(finding) van en un anexo",
        hint: Text(en: "use it inside {{#annex}} ... {{/annex}}", es: "úselo dentro de {{#annex}} ... {{/annex}}"))
    case .notAnInstant(let text):
      .init(
        "D029", en: "'\(text)' is no instant at which something became known",
        es: "«\(text)» no es un instante en que se supo algo",
        hint: Text(
          en: "give day, time and offset, as in {{#known 2017-12-18T00:00:00-06:00}} ... {{/known}}",
          es: "dé día, hora y desfase, como en {{#known 2017-12-18T00:00:00-06:00}} ... {{/known}}"))
    case .image:
      .init(
        "D024", en: "a draft holds no images", es: "un borrador no lleva imágenes",
        hint: Text(
          en: "draw it in an analysis and use {{figure analysis.name}}",
          es: "dibújela en un análisis y use {{figure analysis.name}}"))
    case .unsafeFigure(let figure, let reason):
      .init(
        "D025", en: "figure \(figure) holds \(reason.en), which a page may not",
        es: "la figura \(figure) contiene \(reason.es), que una página no puede tener",
        hint: Text(en: "this is a fault of the module", es: "es una falla del módulo"))
    case .absentFigure(let name, let analysis):
      .init(
        "D027", en: "in this edition \(analysis) has no figure '\(name)'",
        es: "en esta edición \(analysis) no tiene la figura «\(name)»",
        hint: Text(
          en: "put it in a section of the finding that it shows", es: "póngala en una sección del hallazgo que muestra")
      )
    case .absentTable(let name, let analysis):
      .init(
        "D028", en: "in this edition \(analysis) has no table '\(name)'",
        es: "en esta edición \(analysis) no tiene la tabla «\(name)»",
        hint: Text(
          en: "put it in a section of the finding that it shows", es: "póngala en una sección del hallazgo que muestra")
      )
    case .tooDeep(let limit):
      .init(
        "D040", en: "sections, lists and the like stand inside one another more than \(limit) deep",
        es: "las secciones, listas y similares tienen más de \(limit) niveles")
    case .tooManyNodes(let limit):
      .init(
        "D041", en: "the page becomes more than \(limit) pieces of text here",
        es: "aquí la página llega a más de \(limit) trozos de texto",
        hint: Text(
          en: "sections over findings that stand inside one another multiply: put one behind another",
          es: "las secciones sobre hallazgos puestas una dentro de otra se multiplican: póngalas una después de otra"))
    case .tooMuchText(let limit):
      .init(
        "D042", en: "what the page shows of results takes more than \(limit) bytes here",
        es: "lo que la página muestra de los resultados ocupa aquí más de \(limit) bytes",
        hint: Text(
          en: "show less of it: a table or a figure once, fewer findings",
          es: "muestre menos: una tabla o figura una sola vez, menos hallazgos"))
    case .moreProblems(let count):
      .init(
        "D043", en: count == 1 ? "and 1 more problem" : "and \(count) more problems",
        es: count == 1 ? "y 1 problema más" : "y \(count) problemas más")
    }
  }

  /// The name among `known` that is near, else all of them.
  private static func choice(_ name: String, of known: [String]) -> Text? {
    guard !known.isEmpty else { return nil }
    let names = known.sorted().joined(separator: ", ")
    return didYouMean(name, among: known) ?? Text(en: "there are \(names)", es: "existen \(names)")
  }
}

/// A message and where in the template it belongs.
struct Problem {
  var message: DraftMessage
  var range: MarkRange
}
