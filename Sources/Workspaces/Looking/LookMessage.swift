public import ModuleKit

/// What keeps a file from being described, or its description from being written.
public enum LookMessage: DiagnosticMessage, Equatable {
  /// A file that stands outside the workspace.
  case outside(String)
  /// A dataset of that name is there already.
  case nameTaken(String)
  /// A section of the workspace file into which no line can be put.
  case notLineByLine(section: String)
  /// A file of JSON, which no kind is read from as it is.
  case json(String)
  /// No kind, or not the one that is wanted, is seen in the columns of a file.
  case noKind(String, wanted: String?, known: [String], columns: [String])

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .outside(let path):
      .init(
        "W090", en: "'\(path)' does not lie in the workspace", es: "«\(path)» no está en el espacio de trabajo",
        hint: Text(
          en:
            "copy it there, such as to data/, since its digest is evidence, and name the copy; -C names another workspace",
          es:
            "cópielo ahí, por ejemplo a data/, pues su huella es evidencia, y nombre la copia; -C indica otro espacio de trabajo"
        ))
    case .nameTaken(let name):
      .init(
        "W093", en: "the workspace has a dataset '\(name)' already",
        es: "el espacio de trabajo ya tiene un conjunto de datos «\(name)»",
        hint: Text(en: "give another name with --as", es: "dele otro nombre con --as"))
    case .notLineByLine(let section):
      .init(
        "W094", en: "'\(section)' is not written line by line, so that no line can be added to it",
        es: "«\(section)» no está escrito línea por línea, y no se le puede agregar ninguna",
        hint: Text(
          en: "write its entries on lines of their own, or paste what 'veedor data look' prints",
          es: "escriba sus entradas en líneas propias, o pegue lo que imprime «veedor data look»"))
    case .json(let path):
      .init(
        "W092", en: "'\(path)' is JSON, which is read by paths, and only tables are looked at",
        es: "«\(path)» es JSON, que se lee por rutas, y aquí solo se examinan tablas",
        hint: Text(
          en:
            "'columns' of a dataset names what stands where: see \"Captures of a page, as JSON\" in 'veedor docs data'",
          es:
            "«columns» de un conjunto de datos indica dónde está cada cosa: vea «Capturas de una página, en JSON» en «veedor docs data»"
        ))
    case .noKind(let path, let wanted, let known, let columns):
      .init(
        "W091",
        en: wanted.map { "the columns of '\(path)' are not seen to be those of kind \($0): \(columns.listed.en)" }
          ?? "no kind is seen in the columns of '\(path)': \(columns.listed.en)",
        es: wanted.map { "las columnas de «\(path)» no parecen las del tipo \($0): \(columns.listed.es)" }
          ?? "no se reconoce ningún tipo en las columnas de «\(path)»: \(columns.listed.es)",
        hint: wanted == nil
          ? Text(
            en: "name one with --kind: \(known.joined(separator: ", ")); 'veedor docs formats' has their columns",
            es: "indique uno con --kind: \(known.joined(separator: ", ")); «veedor docs formats» tiene sus columnas")
          : Text(
            en: "'veedor docs formats' has the columns of the kind; 'columns:' says where they stand",
            es: "«veedor docs formats» tiene las columnas del tipo; «columns:» indica dónde están"))
    }
  }
}
