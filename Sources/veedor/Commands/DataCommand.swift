import ArgumentParser
import BuiltIn
import Files
import ModuleKit
import Workspaces

struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: spoken(
      en: "Look at a data file, propose how it is read, and add it to the workspace.",
      es: "Examina un archivo de datos, propone cómo leerlo, y lo agrega al espacio de trabajo."),
    subcommands: [Look.self, Add.self])
}

/// The file that a command looks at, and what its user knows of it.
struct LookArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(spoken(en: "The data file.", es: "El archivo de datos."))) var file: String
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(spoken(en: "Work in this folder.", es: "Trabaja en esta carpeta."), valueName: "dir"))
  var directory: String?
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      spoken(en: "The name of the dataset.", es: "El nombre del conjunto de datos."), valueName: "name")) var name:
    String?
  @Option(help: ArgumentHelp(spoken(en: "The kind of dataset.", es: "El tipo de conjunto de datos."))) var kind: String?
  @Option(
    help: ArgumentHelp(spoken(en: "The contest that the file is about.", es: "La contienda de que trata el archivo.")))
  var contest: String?

  func validate() throws {
    for (option, name) in [("--as", name), ("--contest", contest)] {
      guard let name, !StringFormat.identifier.admits(name) else { continue }
      let expected = StringFormat.identifier.expectation
      throw ValidationError(
        Text(en: "\(option) must be \(expected.en)", es: "\(option) debe ser \(expected.es)").spoken)
    }
  }

  /// What is known of the file from the options.
  var answers: LookAnswers {
    let known = ["name": name, "kind": kind, "contest": contest]
    return LookAnswers(known.compactMapValues(\.self))
  }
}

extension DataCommand {
  struct Look: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "look",
      abstract: spoken(
        en: "Print the YAML that describes a data file, with why, and what is not sure.",
        es: "Imprime el YAML que describe un archivo de datos, con el porqué y lo que no es seguro."),
      discussion: spoken(
        en: """
          The YAML can stand in veedor.yaml as it is. What the file does not say, or leaves open, is marked 'not sure'. \
          The file is then read as the YAML says, and what is wrong with it is told. Nothing is written.
          """,
        es: """
          El YAML puede ir en veedor.yaml tal cual. Lo que el archivo no dice, o deja abierto, se marca «no es seguro». \
          Luego se lee el archivo como dice el YAML, y se cuenta lo que está mal. No se escribe nada.
          """))

    @OptionGroup var arguments: LookArguments
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print the proposal as one JSON object.", es: "Imprime la propuesta como un objeto JSON.")))
    var json = false

    func run() async throws {
      let target = try LookTarget(arguments, mustBeInside: false)
      let (proposal, problems) = try await Console.tellingFailure {
        let proposal = try target.propose(arguments.answers)
        return (proposal, try await target.proposed(proposal).problems())
      }
      if json { Console.print(json: proposal.document) } else { Console.print(help: String(proposal.text.dropLast())) }
      guard problems.isEmpty else {
        Console.report(problems, in: nil)
        throw Exit(status: .invalid)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: spoken(
        en: "Add a data file of the workspace's folder to veedor.yaml.",
        es: "Agrega a veedor.yaml un archivo de datos de la carpeta del espacio de trabajo."),
      discussion: spoken(
        en: """
          What the file does not say is asked on a terminal, one thing at a time. The dataset, and the contest where it is \
          new, are written into veedor.yaml, which else stays as it is; the file itself is not copied. Where the workspace \
          would not be sound, or the file could not be read so, nothing is written.
          """,
        es: """
          Lo que el archivo no dice se pregunta en la terminal, una cosa a la vez. El conjunto de datos, y la \
          contienda si es nueva, se escriben en veedor.yaml, que en lo demás queda como está; el archivo mismo no se \
          copia. Si el espacio de trabajo no quedara bien, o el archivo no se pudiera leer así, no se escribe nada.
          """))

    @OptionGroup var arguments: LookArguments
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Ask nothing: take the likeliest, and mark it as not sure in the file.",
          es: "No pregunta nada: toma lo más probable, y lo marca en el archivo como no seguro."))) var yes = false

    func run() async throws {
      let target = try LookTarget(arguments, mustBeInside: true)
      do {
        _ = try WorkspaceArguments.workspace(target.reading)
      } catch {
        Console.message(
          spoken(
            en: "nothing was written: what names the new data can stand in veedor.yaml once it is added",
            es: "no se escribió nada: lo que nombra los datos nuevos puede ir en veedor.yaml después de agregarlos"))
        throw error
      }
      try await Console.tellingFailure {
        let proposal = try proposal(target)
        let proposed = try target.proposed(proposal)
        let problems = await proposed.problems()
        guard problems.isEmpty else {
          Console.report(problems, in: proposed.reading.source)
          Console.message(spoken(en: "nothing was written", es: "no se escribió nada"))
          throw Exit(status: .invalid)
        }
        try proposed.write()
        Console.print(proposal.name)
        Console.message(
          spoken(
            en: "added to '\(Workspace.fileName)': run 'veedor check'",
            es: "agregado a «\(Workspace.fileName)»: ejecute «veedor check»"))
      }
    }

    private func proposal(_ target: LookTarget) throws -> Proposal {
      if yes { return try target.propose(arguments.answers) }
      guard Console.canAsk else {
        let proposal = try target.propose(arguments.answers)
        guard proposal.questions.isEmpty else { throw DiagnosticsError(UsageMessage.cannotAsk(proposal.questions)) }
        return proposal
      }
      let interview = LookInterview(in: ProgramLanguage.current, ask: Console.ask, tell: { Console.message($0) })
      guard let proposal = try interview.proposal(arguments.answers, target.propose) else {
        Console.message("")
        Console.message(spoken(en: "nothing was written", es: "no se escribió nada"))
        throw Exit(status: .failed)
      }
      return proposal
    }
  }
}

/// The file that is looked at, and the workspace it lies in, else its own folder.
private struct LookTarget {
  private let folder: WorkspaceFolder
  private let look: FileLook
  let reading: WorkspaceReading
  var workspace: Workspace? { reading.workspace }

  init(_ arguments: LookArguments, mustBeInside: Bool) throws {
    let home = try WorkspaceArguments.enter(arguments.directory)
    let path = arguments.file
    (folder, look, reading) = try Console.tellingFailure {
      let here = try WorkspaceFolder(path: home)
      let inner = here.inner(of: path)
      if inner == nil, mustBeInside { throw DiagnosticsError(LookMessage.outside(path)) }
      let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let folder = inner == nil ? try WorkspaceFolder(path: parent) : here
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let kinds = Array(Catalogue(builtInModules).kinds.values)
      return (
        folder, try FileLook(inner ?? name, in: folder, kinds: kinds),
        Workspace.read(folder.home.path, modules: builtInModules)
      )
    }
  }

  func propose(_ answers: LookAnswers) throws -> Proposal {
    var proposal = try look.proposal(
      answers, contests: workspace?.contests ?? [], names: Set(workspace?.datasets.map(\.id) ?? []))
    proposal.language = ProgramLanguage.current
    return proposal
  }

  /// The workspace with the proposal in it.
  func proposed(_ proposal: Proposal) throws -> ProposedWorkspace {
    guard workspace != nil else { return ProposedWorkspace(alone: proposal, in: folder, modules: builtInModules) }
    return try ProposedWorkspace(proposal, in: folder, modules: builtInModules)
  }
}

extension Console {
  /// What `body` gives; an error of it ends the command with what it says.
  fileprivate static func tellingFailure<Success>(_ body: () throws -> Success) throws -> Success {
    do {
      return try body()
    } catch let exit as Exit {
      throw exit
    } catch {
      throw failure(error)
    }
  }

  /// What `body` gives; an error of it ends the command with what it says.
  fileprivate static func tellingFailure<Success>(_ body: () async throws -> Success) async throws -> Success {
    do {
      return try await body()
    } catch let exit as Exit {
      throw exit
    } catch {
      throw failure(error)
    }
  }
}
