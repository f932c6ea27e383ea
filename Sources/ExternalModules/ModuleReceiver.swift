import Files
import ModuleKit
import Subprocess

/// Listens to an external module: holds its lines against the protocol and puts together what they tell.
struct ModuleReceiver: Sendable {
  private enum Stage { case start, speaking, done, failed }

  private let manifest: Manifest
  private let operation: OperationManifest
  private let rows: RowKeys
  private let progress: @Sendable (Double) -> Void
  private var stage = Stage.start
  private var line = 0
  private var checked: CheckedOutcome
  private var outputs: [(output: Artefact.Name, file: HandedFile)] = []
  private var problems: [StatedProblem] = []

  init(
    _ manifest: Manifest, _ operation: OperationManifest, _ request: Request,
    progress: @escaping @Sendable (Double) -> Void
  ) {
    (self.manifest, self.operation, self.progress) = (manifest, operation, progress)
    rows = RowKeys(request)
    checked = CheckedOutcome(operation)
  }

  /// Takes the next line of the module's standard output.
  /// - Throws: ``ExternalMessage`` for what the protocol does not allow.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(DiagnosticsError) {
    line += 1
    let message: ModuleLine
    do {
      message = try ModuleLine(document: try Value(json: bytes))
    } catch let error as JSONError {
      throw DiagnosticsError(ExternalMessage.notJSON(line: line, error))
    } catch let error as DocumentError {
      throw DiagnosticsError(ExternalMessage.notALine(line: line, place: error.place))
    } catch {
      throw DiagnosticsError(KitMessage.unexpected("\(error)"))
    }
    switch (stage, message) {
    case (.start, .hello(let id, let version)):
      guard id == manifest.id, version == manifest.version else {
        let expected = "'\(manifest.id)' of version '\(manifest.version)'"
        throw DiagnosticsError(ExternalMessage.wrongHello(id: id, version: version, expected: expected))
      }
      stage = .speaking
    case (.start, _): throw DiagnosticsError(ExternalMessage.noHello)
    case (.done, _), (.failed, _): throw DiagnosticsError(ExternalMessage.lineAfterEnd(line: line))
    case (.speaking, .hello): throw DiagnosticsError(ExternalMessage.helloTwice(line: line))
    case (.speaking, .progress(let done)): progress(min(1, max(0, done)))
    case (.speaking, .finding(let it)): try add(it)
    case (.speaking, .output(let output, let file)):
      guard !outputs.contains(where: { $0.output == output }) else {
        throw DiagnosticsError(ExternalMessage.outputTwice(file.path))
      }
      outputs.append((output, file))
    case (.speaking, .result): stage = .done
    case (.speaking, .failed(let told)): (stage, problems) = (.failed, told)
    }
  }

  private mutating func add(_ finding: StatedFinding) throws(DiagnosticsError) {
    for (name, value) in finding.values.sorted(by: { $0.key < $1.key }) {
      guard let low = value.low, let high = value.high, low > high else { continue }
      throw DiagnosticsError(
        ExternalMessage.reversedRange(name, low: low, high: high, code: finding.code, subject: finding.subject))
    }
    var evidence: [Evidence] = []
    for stated in finding.evidence {
      evidence.append(try rows.evidence(stated, code: finding.code, subject: finding.subject))
    }
    checked.add(
      finding.code, about: finding.subject, finding.values, words: finding.words, from: evidence)
  }

  /// What the module told, once its process has ended in `end`; its tables and figures stand in `folder`.
  mutating func finished(_ end: ModuleProcess.End, outputs folder: Folder, limits: ModuleLimits) throws -> Outcome {
    if stage == .failed { throw DiagnosticsError(problems.map { Diagnostic(ExternalMessage.stated($0)) }) }
    switch end.status {
    case .exited(0): break
    case .exited(let status): throw DiagnosticsError(ExternalMessage.exitStatus(Int(status), log: end.log))
    case .signaled(let number): throw DiagnosticsError(ExternalMessage.signal(Int(number), log: end.log))
    }
    guard stage == .done else { throw DiagnosticsError(ExternalMessage.noResult(log: end.log)) }
    let reader = OutputReader(folder: folder, limits: limits)
    var figures: [String: [Language: String]] = [:]
    for (output, file) in outputs {
      switch output {
      case .table(let name):
        // A table that is not declared is told of as such, whatever its file holds.
        guard let kind = operation.tables.first(where: { $0.name == name }) else {
          checked.add(problem: .undeclaredTable(name))
          continue
        }
        checked.add(table: try kind.reader.read(try reader.bytes(of: file), name: file.path), as: name)
      case .figure(let name, let language):
        figures[name, default: [:]][language] = String(decoding: try reader.bytes(of: file), as: UTF8.self)
      // No line of a module names a page: a page is what the program vouches for.
      case .page: continue
      }
    }
    for (name, texts) in figures.sorted(by: { $0.key < $1.key }) {
      checked.add(
        figure: try Text { language in
          guard let text = texts[language] else {
            throw DiagnosticsError(ExternalMessage.figureLacks(name, language: language.rawValue))
          }
          return text
        }, as: name)
    }
    return try checked.finished()
  }
}
