import ArgumentParser
import BuiltIn
import Glibc
import ModuleKit
import Workbench
import Workspaces

/// The workspace that a command works on.
struct WorkspaceArguments: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(spoken(en: "Work in this folder.", es: "Trabaja en esta carpeta."), valueName: "dir"))
  var directory: String?

  @Argument(
    help: ArgumentHelp(
      spoken(en: "The workspace's folder.", es: "La carpeta del espacio de trabajo."), valueName: "dir"))
  var folder = "."

  /// The folder of the workspace, after `directory` was entered.
  func enter() throws -> String {
    if folder == "." { return try Self.enter(directory) }
    try Self.change(to: directory)
    return folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
  }

  /// The folder of the workspace where none is named, after `directory` was entered: the one above where this one holds no
  /// workspace, which is said.
  static func enter(_ directory: String?) throws -> String {
    try change(to: directory)
    guard let above = WorkspaceFolder.above(".") else { return "." }
    Console.message(
      spoken(
        en: "the workspace is in '\(above)', above this folder",
        es: "el espacio de trabajo está en «\(above)», por encima de esta carpeta"))
    return above
  }

  /// Makes `directory` the folder that the program works in, where there is one.
  private static func change(to directory: String?) throws {
    if let directory, chdir(directory) != 0 {
      throw ValidationError(
        spoken(en: "cannot enter the folder '\(directory)'", es: "no se puede entrar en la carpeta «\(directory)»"))
    }
  }

  /// Reads the workspace's file.
  func read() throws -> WorkspaceReading { Workspace.read(try enter(), modules: builtInModules) }

  /// A workbench on the workspace; an invalid one ends the command with its errors.
  func open() throws -> Workbench { Workbench(try Self.workspace(try read()), modules: builtInModules) }

  /// The workspace that was read; an invalid one ends the command with its errors.
  static func workspace(_ reading: WorkspaceReading) throws -> Workspace {
    if let workspace = reading.workspace { return workspace }
    Console.report(reading.diagnostics, in: reading.source)
    throw Exit(status: .invalid)
  }
}

/// What was known when.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      spoken(
        en: "Use only what was public at this instant, such as 2017-11-28T00:00:00-06:00.",
        es: "Usa solo lo que era público en este instante, como 2017-11-28T00:00:00-06:00."), valueName: "time"),
    transform: Self.instant)
  var asOf: Instant?

  @Sendable private static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(rfc3339: text) else {
      let expected = StringFormat.instant.expectation
      throw ValidationError(Text(en: "give \(expected.en)", es: "dé \(expected.es)").spoken)
    }
    return instant
  }
}
