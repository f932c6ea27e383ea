public import Diagnostics
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
  case notJSON(line: Int, reason: String)
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
  case outputUnreadable(String, reason: String)
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
        "E001", "the external module '\(name)' is not trusted on this machine",
        hint: "look at what stands in '\(folder)', then run 'veedor module trust \(name)'")
    case .unknownModule(let name, let known):
      .init("E002", "the workspace has no external module '\(name)'", hint: didYouMean(name, among: known))
    case .link(let path): .init("E003", "'\(path)' is a link or device, which a module's folder cannot hold")
    case .notStarted(let command, let reason):
      .init("E004", "the module's command '\(command)' cannot be started: \(reason)")
    case .notJSON(let line, let reason): .init("E005", "line \(line) of the module's output is \(reason)")
    case .notALine(let line, let place):
      .init("E006", "line \(line) of the module's output is no message: '\(place)' cannot be read")
    case .noHello: .init("E007", "the module's output does not begin with 'hello'")
    case .wrongHello(let id, let version, let expected):
      .init("E008", "the module says that it is '\(id)' of version '\(version)', its module.yaml says \(expected)")
    case .helloTwice(let line): .init("E009", "line \(line) of the module's output is a second 'hello'")
    case .lineAfterEnd(let line): .init("E010", "line \(line) of the module's output stands behind its end")
    case .noResult(let log): .init("E011", "the module ended without 'result' or 'failed'", hint: Self.end(of: log))
    case .exitStatus(let status, let log):
      .init("E012", "the module ended with exit status \(status)", hint: Self.end(of: log))
    case .signal(let number, let log):
      .init("E013", "the module was ended by signal \(number)", hint: Self.end(of: log))
    case .timeout(let seconds): .init("E014", "the module was stopped, since it took longer than \(seconds) s")
    case .tooMuchOutput(let stream, let limit):
      .init("E015", "the module was stopped, since it wrote more than \(limit) bytes to its standard \(stream)")
    case .lineTooLong(let line, let limit):
      .init("E016", "line \(line) of the module's output is longer than \(limit) bytes")
    case .outputUnreadable(let path, let reason):
      .init("E017", "the module's output file '\(path)' cannot be used: \(reason)")
    case .outputTooLarge(let path, let limit):
      .init("E018", "the module's output file '\(path)' is larger than \(limit) bytes")
    case .outputDiffers(let path):
      .init("E019", "the module's output file '\(path)' does not have the digest that the module states")
    case .outputTwice(let path):
      .init("E020", "the module's output file '\(path)' is for something that it gave before")
    case .figureLacks(let name, let language):
      .init("E021", "the module's figure '\(name)' lacks the language '\(language)'")
    case .unknownDataset(let dataset, let code, let subject):
      .init(
        "E022",
        "the evidence of finding '\(code)' about '\(subject)' names a dataset '\(dataset)' that the operation was not given"
      )
    case .unknownRow(let row, let dataset, let code, let subject):
      .init(
        "E023",
        "the evidence of finding '\(code)' about '\(subject)' names a row '\(row)' that dataset '\(dataset)' does not have"
      )
    case .reversedRange(let name, let low, let high, let code, let subject):
      .init(
        "E025", "the range of '\(name)' in finding '\(code)' about '\(subject)' is from \(low) down to \(high)",
        hint: "'low' is the lower end")
    case .stated(let problem): .init(problem.code.isEmpty ? "E024" : problem.code, problem.message, hint: problem.hint)
    }
  }

  /// A name that leads nowhere is wrong use.
  public var status: ExitStatus {
    if case .unknownModule = self { return .usage }
    return .failed
  }

  private static func end(of log: String?) -> String? { log.map { "its log ends with: \($0)" } }
}
