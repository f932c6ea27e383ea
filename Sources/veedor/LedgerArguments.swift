import ArgumentParser
import BuiltIn
import Glibc
import Ledger
import ModuleKit
import Recount
import Workspaces

/// The ledger that a command works on.
struct LedgerArguments: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      spoken(en: "Work on the workspace in this folder.", es: "Trabaja en el espacio de trabajo de esta carpeta."),
      valueName: "dir"))
  var directory: String?

  /// The workspace; an invalid one ends the command with its errors.
  func workspace() throws -> Workspace {
    let home = try WorkspaceArguments.enter(directory)
    return try WorkspaceArguments.workspace(Workspace.read(home, modules: builtInModules))
  }

  /// The ledger of the workspace; an invalid one ends the command with its errors.
  func open() throws -> Ledger { Ledger(of: try workspace()) }
}

/// The key with which a command writes.
struct AuthorOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Write as this author, where several keys are here.",
        es: "Escribe como este autor, si aquí hay varias claves."), valueName: "author"))
  var author: String?

  func key(for ledger: Ledger) throws -> AuthorKey {
    let revoked = try ledger.roster()?.revoked.keys.map(\.self) ?? []
    return try ledger.keys.key(mission: ledger.mission, author: author, revoked: Set(revoked))
  }
}

/// The kinds of entry that people write.
enum EntryKinds {
  static let all = builtInModules.flatMap(\.entryKinds)

  /// The kind of that name, with or without its module's.
  static func named(_ name: String) throws(LedgerMessage) -> EntryKind {
    guard let kind = all.first(where: { $0.name == name || $0.id == name }) else {
      throw .unknownKind(name, known: all.map(\.name).sorted())
    }
    return kind
  }

  /// The kind of that name, as one whose records are typed or imported. Drawn ballots have a command of their own, which holds persons
  /// apart.
  static func written(_ name: String) throws -> EntryKind {
    let kind = try named(name)
    guard kind.id != EntryKind.ballotReading.id else {
      throw ValidationError(
        spoken(
          en: "what drawn ballots say is entered with 'veedor recount enter'",
          es: "lo que dicen las papeletas sorteadas se ingresa con «veedor recount enter»"))
    }
    return kind
  }
}

/// The clock of the machine.
enum Clock {
  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  /// The day that it is now in UTC.
  static var today: Day { ClockTime(now, offset: 0).day }
}
