import Files
public import ModuleKit
import YAML

/// The `module.yaml` of an external module: what the module says of itself.
public struct ModuleFile: Sendable, Equatable {
  /// The name of the file.
  public static let name = "module.yaml"

  /// What it may hold beside the module's operations, which have their own way of being read.
  private static let format = Schema(
    .object([
      .init("veedor_module", Schema(.integer(1...1), "the version of this format"), required: true),
      .init("id", Schema(.string(.identifier), "the module's name"), required: true),
      .init("version", Schema(.string(.filled), "the version of its methods"), required: true),
      .init(
        "command", Schema(.list(Schema(.string(.filled)), atLeast: 1), "the command and its arguments"), required: true),
      .init("operations", Schema(.any, "what it can do"), required: true),
    ]))

  /// What the module says of itself.
  public let manifest: Manifest
  /// The command, with its arguments.
  public let command: [String]

  /// Reads the file in the folder `path` of the workspace in `folder`; nothing is run.
  /// - Throws: ``Unreadable`` with the first thing that is wrong.
  public init(_ path: String, in folder: WorkspaceFolder) throws(Unreadable) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try folder.input("\(path)/\(Self.name)", atMost: .small).content
    } catch {
      // Whatever of the path is missing, it is the file that is looked for.
      guard case .system(let action, _, let reason) = error, error.isAbsence else {
        throw Unreadable(reason: error.text.sentence)
      }
      let missing = FileError.system(action, path: folder.path("\(path)/\(Self.name)"), reason: reason)
      throw Unreadable(reason: missing.text.sentence)
    }
    let parsed = parseYAML(SourceText(name: Self.name, text: bytes))
    if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
      throw Unreadable(reason: error.sentence, line: error.location?.range?.start.line)
    }
    let value = parsed.root?.value ?? .null
    if let problem = Self.format.problems(of: value).first { throw Unreadable(reason: problem.message.text.sentence) }
    do throws(DocumentError) {
      manifest = try Manifest(document: value)
    } catch {
      throw Unreadable(reason: error.sentence)
    }
    if let operation = manifest.operations.first(where: \.makesPages) {
      throw Unreadable(
        reason: Text(
          en: "operation '\(operation.id)' makes pages, which an external module cannot",
          es: "la operación «\(operation.id)» hace páginas, lo que un módulo externo no puede"))
    }
    command = value["command"]?.texts ?? []
    if let path = CommandWords.pathOutside(in: command) {
      throw Unreadable(
        reason: Text(
          en: "'command' names '\(path)', which is outside the module's folder",
          es: "«command» nombra «\(path)», que está fuera de la carpeta del módulo"))
    }
  }

  /// Why a `module.yaml` cannot be used.
  public struct Unreadable: Error {
    /// The sentence that says it.
    public var reason: Text
    /// The line, where one is known.
    public var line: Int?
  }
}
