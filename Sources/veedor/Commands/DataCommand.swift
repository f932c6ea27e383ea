import ArgumentParser
import BuiltIn
import Files
import ModuleKit
import Workspaces

struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Look at a data file, and propose how the workspace reads it.",
    subcommands: [Look.self])
}

/// The file that a command looks at, and what its user knows of it.
struct LookArguments: ParsableArguments {
  @Argument(help: "The data file.") var file: String
  @Option(name: .customShort("C"), help: ArgumentHelp("Work in this folder.", valueName: "dir")) var directory: String?
  @Option(name: .customLong("as"), help: ArgumentHelp("The name of the dataset.", valueName: "name")) var name: String?
  @Option(help: "The kind of dataset.") var kind: String?
  @Option(help: "The contest that the file is about.") var contest: String?

  func validate() throws {
    for (option, name) in [("--as", name), ("--contest", contest)] {
      guard let name, !StringFormat.identifier.admits(name) else { continue }
      throw ValidationError("\(option) must be \(StringFormat.identifier.expectation)")
    }
  }

  /// What is known of the file from the options.
  var answers: LookAnswers {
    let known = ["name": name, "kind": kind, "contest": contest]
    return LookAnswers(known.compactMapValues(\.self))
  }
}

extension DataCommand {
  struct Look: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "look", abstract: "Print the YAML that describes a data file, with why, and what is not sure.",
      discussion: """
        The YAML can stand in veedor.yaml as it is. What the file does not say, or leaves open, is marked 'not sure'. \
        Nothing is written.
        """)

    @OptionGroup var arguments: LookArguments

    func run() throws {
      try WorkspaceArguments.enter(arguments.directory)
      do {
        let place = try LookedPlace(arguments.file)
        let look = try FileLook(place.inner, in: place.folder, kinds: Array(Catalogue(builtInModules).kinds.values))
        let workspace = Workspace.read(place.folder.home.path, modules: builtInModules).workspace
        let proposal = try look.proposal(
          arguments.answers, contests: workspace?.contests ?? [], names: Set(workspace?.datasets.map(\.id) ?? []))
        Console.print(help: String(proposal.text.dropLast()))
      } catch {
        throw Console.failure(error)
      }
    }
  }
}

/// Where a looked at file lies: in the workspace, else in its own folder.
private struct LookedPlace {
  let folder: WorkspaceFolder
  let inner: String

  init(_ path: String) throws {
    let here = try WorkspaceFolder(path: ".")
    if let inner = here.inner(of: path) {
      (folder, self.inner) = (here, inner)
    } else {
      let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      folder = try WorkspaceFolder(path: parent)
      inner = path.split(separator: "/").last.map(String.init) ?? path
    }
  }
}
