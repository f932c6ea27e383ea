public import Diagnostics
import Language
public import ModuleKit

/// What can go wrong between the host and the process of an external module.
public enum ExternalMessage: DiagnosticMessage, Equatable {
  /// The module's files are not those that were trusted on this machine, or none were.
  case untrusted(String, folder: String)
  /// A name that is no external module of the workspace.
  case unknownModule(String, known: [String])
  /// The module's folder holds a link, whose target no digest of the folder covers.
  case link(String)
  /// The command cannot be started.
  case notStarted(command: String, reason: String)
  /// A line is not JSON.
  case notJSON(line: Int, JSONError)
  /// A line is JSON, but none that the protocol knows.
  case notALine(line: Int, place: String)
  /// The first line is not `hello`.
  case noHello
  /// The module says that it is another one.
  case wrongHello(id: String, version: String, expected: String)
  /// A second `hello`.
  case helloTwice(line: Int)
  /// A line behind the last one.
  case lineAfterEnd(line: Int)
  /// The process ended without saying that it was done.
  case noResult(log: String?)
  /// The process ended with a status that tells of failure.
  case exitStatus(Int, log: String?)
  /// A signal ended the process.
  case signal(Int, log: String?)
  /// The process took too long.
  case timeout(seconds: Int)
  /// The process wrote too much.
  case tooMuchOutput(stream: String, limit: Int)
  /// A line is too long.
  case lineTooLong(line: Int, limit: Int)
  /// An output is not a file inside the folder of outputs.
  case outputUnreadable(String, reason: Text)
  /// An output is larger than any may be.
  case outputTooLarge(String, limit: Int)
  /// An output has other bytes than the module says.
  case outputDiffers(String)
  /// An output comes twice.
  case outputTwice(String)
  /// A figure lacks a language.
  case figureLacks(String, language: String)
  /// Evidence names a dataset that the operation was not given.
  case unknownDataset(String, code: String, subject: String)
  /// Evidence names a row that the dataset does not have.
  case unknownRow(String, dataset: String, code: String, subject: String)
  /// A range whose ends are the wrong way round.
  case reversedRange(String, low: Double, high: Double, code: String, subject: String)
  /// The module says why it cannot do its work.
  case stated(StatedProblem)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .untrusted(let name, let folder):
      .init(
        "E001", en: "the external module '\(name)' is not trusted on this machine",
        es: "este equipo no confía en el módulo externo «\(name)»",
        hint: Text(
          en: "look at what stands in '\(folder)', then run 'veedor module trust \(name)'",
          es: "mire qué hay en «\(folder)» y luego ejecute «veedor module trust \(name)»"))
    case .unknownModule(let name, let known):
      .init(
        "E002", en: "the workspace has no external module '\(name)'",
        es: "el espacio de trabajo no tiene el módulo externo «\(name)»", hint: didYouMean(name, among: known))
    case .link(let path):
      .init(
        "E003", en: "'\(path)' is a link or device, which a module's folder cannot hold",
        es: "«\(path)» es un enlace o dispositivo, que la carpeta de un módulo no puede contener")
    case .notStarted(let command, let reason):
      .init(
        "E004", en: "the module's command '\(command)' cannot be started: \(reason)",
        es: "no se puede iniciar el comando «\(command)» del módulo: \(reason)")
    case .notJSON(let line, let error):
      .init(
        "E005", en: "line \(line) of the module's output is \(error.sentence.en)",
        es: "la línea \(line) de la salida del módulo \(error.sentence.es)")
    case .notALine(let line, let place):
      .init(
        "E006", en: "line \(line) of the module's output is no message: '\(place)' cannot be read",
        es: "la línea \(line) de la salida del módulo no es un mensaje: no se puede leer «\(place)»")
    case .noHello:
      .init(
        "E007", en: "the module's output does not begin with 'hello'", es: "la salida del módulo no empieza con «hello»"
      )
    case .wrongHello(let id, let version, let expected):
      .init(
        "E008", en: "the module says that it is '\(id)' of version '\(version)', its module.yaml says \(expected)",
        es: "el módulo dice ser «\(id)» de la versión «\(version)»; su module.yaml dice \(expected)")
    case .helloTwice(let line):
      .init(
        "E009", en: "line \(line) of the module's output is a second 'hello'",
        es: "la línea \(line) de la salida del módulo es un segundo «hello»")
    case .lineAfterEnd(let line):
      .init(
        "E010", en: "line \(line) of the module's output stands behind its end",
        es: "la línea \(line) de la salida del módulo está después de su final")
    case .noResult(let log):
      .init(
        "E011", en: "the module ended without 'result' or 'failed'", es: "el módulo terminó sin «result» ni «failed»",
        hint: Self.end(of: log))
    case .exitStatus(let status, let log):
      .init(
        "E012", en: "the module ended with exit status \(status)", es: "el módulo terminó con el estado \(status)",
        hint: Self.end(of: log))
    case .signal(let number, let log):
      .init(
        "E013", en: "the module was ended by signal \(number)", es: "la señal \(number) terminó el módulo",
        hint: Self.end(of: log))
    case .timeout(let seconds):
      .init(
        "E014", en: "the module was stopped, since it took longer than \(seconds) s",
        es: "se detuvo el módulo, porque tardó más de \(seconds) s")
    case .tooMuchOutput(let stream, let limit):
      .init(
        "E015", en: "the module was stopped, since it wrote more than \(limit) bytes to its standard \(stream)",
        es: "se detuvo el módulo, porque escribió más de \(limit) bytes en su salida \(stream)")
    case .lineTooLong(let line, let limit):
      .init(
        "E016", en: "line \(line) of the module's output is longer than \(limit) bytes",
        es: "la línea \(line) de la salida del módulo tiene más de \(limit) bytes")
    case .outputUnreadable(let path, let reason):
      .init(
        "E017", en: "the module's output file '\(path)' cannot be used: \(reason.en)",
        es: "no se puede usar el archivo de salida «\(path)» del módulo: \(reason.es)")
    case .outputTooLarge(let path, let limit):
      .init(
        "E018", en: "the module's output file '\(path)' is larger than \(limit) bytes",
        es: "el archivo de salida «\(path)» del módulo tiene más de \(limit) bytes")
    case .outputDiffers(let path):
      .init(
        "E019", en: "the module's output file '\(path)' does not have the digest that the module states",
        es: "el archivo de salida «\(path)» del módulo no tiene la huella que el módulo indica")
    case .outputTwice(let path):
      .init(
        "E020", en: "the module's output file '\(path)' is for something that it gave before",
        es: "el archivo de salida «\(path)» del módulo es de algo que ya había dado")
    case .figureLacks(let name, let language):
      .init(
        "E021", en: "the module's figure '\(name)' lacks the language '\(language)'",
        es: "a la figura «\(name)» del módulo le falta el idioma «\(language)»")
    case .unknownDataset(let dataset, let code, let subject):
      .init(
        "E022",
        en:
          "the evidence of finding '\(code)' about '\(subject)' names a dataset '\(dataset)' that the operation was not given",
        es:
          "la evidencia del hallazgo «\(code)» sobre «\(subject)» nombra un conjunto de datos «\(dataset)» que no se dio a la operación"
      )
    case .unknownRow(let row, let dataset, let code, let subject):
      .init(
        "E023",
        en:
          "the evidence of finding '\(code)' about '\(subject)' names a row '\(row)' that dataset '\(dataset)' does not have",
        es:
          "la evidencia del hallazgo «\(code)» sobre «\(subject)» nombra una fila «\(row)» que el conjunto de datos «\(dataset)» no tiene"
      )
    case .reversedRange(let name, let low, let high, let code, let subject):
      .init(
        "E025", en: "the range of '\(name)' in finding '\(code)' about '\(subject)' is from \(low) down to \(high)",
        es: "el rango de «\(name)» en el hallazgo «\(code)» sobre «\(subject)» va de \(low) hacia abajo hasta \(high)",
        hint: Text(en: "'low' is the lower end", es: "«low» es el extremo inferior"))
    case .stated(let problem):
      .init(
        problem.code.isEmpty ? "E024" : problem.code, en: problem.message, es: problem.message,
        hint: problem.hint.map { Text($0) })
    }
  }

  /// A name that leads nowhere is wrong use.
  public var status: ExitStatus {
    if case .unknownModule = self { return .usage }
    return .failed
  }

  private static func end(of log: String?) -> Text? {
    log.map { Text(en: "its log ends with: \($0)", es: "su registro termina con: \($0)") }
  }
}
