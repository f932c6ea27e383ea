import Files
import Glibc
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// Only what was made here from what lies here is current: what came along with a workspace is received, whatever it says
/// of itself.
@Suite struct ReceivedResultsTests {
  private func states(_ workspace: NotesWorkspace, _ machineKey: MachineKey? = nil) throws -> [String] {
    let planner = try workspace.planner(NotesModule(), machineKey)
    return try (planner.plan([], asOf: nil).steps + planner.planDrafts([]).steps).map { step in
      let reasons: [String] = if case .due(let reasons) = step.state { reasons.map(\.en) } else { [] }
      let status = try planner.standing(step.analysis, asOf: nil).status
      return ([step.analysis.id, status.rawValue] + reasons).joined(separator: "; ")
    }
  }

  /// Writes another result at `place`, with a record that says that it is right.
  private func forge(_ place: String, in workspace: NotesWorkspace) throws {
    let scratch = workspace.scratch
    let old = try scratch.text("results/\(place)/result.json")
    let new = old.replacing("]", with: " ]")
    try #require(new != old)
    let record = try scratch.text("results/\(place)/record.json").replacing(
      Hash32(of: old.utf8).hex, with: Hash32(of: new.utf8).hex)
    try scratch.write(new, to: "results/\(place)/result.json")
    try scratch.write(record, to: "results/\(place)/record.json")
  }

  private func stranger(_ workspace: NotesWorkspace) -> MachineKey {
    MachineKey(folder: "\(workspace.scratch.user.path)/another")
  }

  /// A workspace all of whose results were made by somebody else.
  private func received() throws -> NotesWorkspace {
    let workspace = try NotesWorkspace()
    try workspace.planner(NotesModule(), stranger(workspace)).keep("first", "second", "third")
    try workspace.planner(NotesModule(), stranger(workspace)).keep("page")
    return workspace
  }

  private static let allReceived = [
    "first; received; received, not re-run", "second; received; first must run first",
    "third; received; received, not re-run", "page; received; received, not re-run; result second has changed",
  ]

  @Test func aForgedResultWithAnAdjustedRecordIsNotCurrent() throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("third")
    try forge("third", in: workspace)
    // With the seals of what was made here it is seen to be another, without them it is a stranger's.
    #expect(try states(workspace)[2] == "third; altered; its files were changed or are missing")
    try workspace.scratch.write("{}", to: ".veedor/seals.json")
    #expect(try states(workspace)[2] == "third; received; received, not re-run")
    // What it says can still be read, with its mark.
    let planner = try workspace.planner()
    #expect(try planner.results([planner.analysis("third")])[0].status == .received)
  }

  @Test func aPrivateFolderThatCameAlongProvesNothing() throws {
    let workspace = try received()
    #expect(try states(workspace) == Self.allReceived)
    #expect(
      try states(workspace, stranger(workspace)) == [
        "first; current", "second; current", "third; current", "page; current",
      ])
  }

  @Test func aLostKeyMakesResultsReceived() throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("third")
    #expect(try states(workspace)[2] == "third; current")
    try Folder(path: workspace.scratch.user.path).remove("veedor/\(MachineKey.fileName)")
    #expect(try states(workspace)[2] == "third; received; received, not re-run")
  }

  @Test func whatRestsOnOtherFilesSaysSoToo() throws {
    let workspace = try received()
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    #expect(try states(workspace)[0] == "first; received; received, not re-run; input claims has changed")
    let planner = try workspace.planner()
    #expect(try !planner.standing(planner.analysis("first"), asOf: nil).fits)
  }

  @Test func aReceivedResultThatCannotBeReadIsNone() throws {
    let workspace = try received()
    try forge("third", in: workspace)
    let old = try workspace.scratch.text("results/third/result.json")
    let new = #"{"findings": [{}]}"#
    try workspace.scratch.write(new, to: "results/third/result.json")
    try workspace.scratch.write(
      try workspace.scratch.text("results/third/record.json").replacing(
        Hash32(of: old.utf8).hex, with: Hash32(of: new.utf8).hex), to: "results/third/record.json")
    let planner = try workspace.planner()
    #expect(try planner.standing(planner.analysis("third"), asOf: nil).status == .received)
    #expect(try planner.results([planner.analysis("third")])[0].status == .missing)
  }

  @Test func aRunThatMakesTheSameBytesConfirms() async throws {
    let workspace = try received()
    try forge("third", in: workspace)
    let workbench = try workspace.scratch.workbench([NotesModule()])
    let reports = try await workbench.run(workbench.plan())
    #expect(reports.map(\.step.analysis.id) == ["first", "second", "third"])
    #expect(reports.map(\.status) == [.ran, .ran, .ran] && reports.map(\.confirms) == [true, true, false])
    let drafts = try await workbench.run(workbench.planDrafts())
    #expect(drafts.map(\.confirms) == [true])
    #expect(try states(workspace) == ["first; current", "second; current", "third; current", "page; current"])
    let again = try workspace.scratch.workbench([NotesModule()])
    #expect(try await again.run(again.plan()).map(\.confirms) == [nil, nil, nil])
  }

  @Test func sealsAreOfOneRecordPlaceKeyAndBuild() throws {
    let scratch = try ScratchWorkspace()
    let folder = PrivateFolder(in: try Folder(path: scratch.path))
    let (record, place) = (Hash32(of: [1]), ResultPlace("count"))
    func seals(_ key: MachineKey, _ build: String = "one") -> ResultSeals { ResultSeals(in: folder, key, build: build) }
    seals(scratch.machineKey).seal(record, at: place)
    #expect(try seals(scratch.machineKey).origin(of: record, at: place) == .here)
    #expect(try seals(scratch.machineKey, "two").origin(of: record, at: place) == .hereByAnotherBuild)
    #expect(try seals(scratch.machineKey).origin(of: Hash32(of: [2]), at: place) == .altered)
    #expect(try seals(MachineKey(folder: "\(scratch.user.path)/another")).origin(of: record, at: place) == .received)
    let entry = try #require(try Value(json: scratch.text(".veedor/seals.json").utf8)["results/count"])
    func origin(_ entry: Value, at place: ResultPlace) throws -> Origin {
      try scratch.write(Value.object([place.folder: entry]).canonicalJSON, to: ".veedor/seals.json")
      return try seals(scratch.machineKey).origin(of: record, at: place)
    }
    #expect(try origin(entry, at: place) == .here)
    #expect(try origin(entry, at: ResultPlace("other")) == .received)
    let parts = try #require(entry.list)
    #expect(try origin(.list(["two", parts[1], parts[2]]), at: place) == .received)
    #expect(try origin(.list([parts[0], .string(Hash32(of: [2]).hex), parts[2]]), at: place) == .received)
    for broken: Value in [.null, [], .list(Array(parts.dropLast())), .list([parts[0], parts[1], "00"])] {
      #expect(try origin(broken, at: place) == .received)
    }
  }

  /// The bytes of `path` are replaced in place by as many others, and its time of change is set back.
  private func replaceUnseen(_ path: String, _ old: String, by new: String, in scratch: ScratchWorkspace) throws {
    let (text, path) = (try scratch.text(path), "\(scratch.path)/\(path)")
    let other = text.replacing(old, with: new)
    try #require(other != text && other.utf8.count == text.utf8.count)
    var status = stat()
    stat(path, &status)
    let file = open(path, O_WRONLY)
    defer { close(file) }
    #expect(pwrite(file, other, other.utf8.count, 0) == other.utf8.count)
    futimens(file, [status.st_atim, status.st_mtim])
  }

  @Test func anotherContentOfTheSameSizeAndTimeIsSeen() async throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("first", "second", "third")
    try workspace.planner().keep("page")
    try replaceUnseen("data/claims.csv", "c1,eu", by: "c1,us", in: workspace.scratch)
    try replaceUnseen("results/third/result.json", "[]", by: "{}", in: workspace.scratch)
    #expect(
      try states(workspace) == [
        "first; stale; input claims has changed", "second; stale; first must run first",
        "third; altered; its files were changed or are missing", "page; stale; result second has changed",
      ])
    let workbench = try workspace.scratch.workbench([NotesModule()])
    let error = await #expect(throws: DiagnosticsError.self) {
      try await workbench.make(try #require(workbench.workspace.bundles.first))
    }
    #expect(error?.all.map(\.code) == ["R010", "R010", "R010", "R010", "R011"])
  }

  /// Whatever `.veedor/digests.json` says: what is packed is read.
  @Test func nothingIsPackedForLookingUntouched() async throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("first", "second", "third")
    try workspace.planner().keep("page")
    let scratch = workspace.scratch
    let stamp = try FileStamp(path: "\(scratch.path)/data/claims.csv")
    let digest = Hash32(of: try scratch.text("data/claims.csv").utf8)
    try replaceUnseen("data/claims.csv", "c1,eu", by: "c1,us", in: scratch)
    let now = try FileStamp(path: "\(scratch.path)/data/claims.csv")
    let entry: Value = [
      .string("\(stamp.inode)"), .integer(Int(now.size)), .integer(Int(now.mtimeNanoseconds)),
      .integer(Int(now.ctimeNanoseconds)), .integer(.max), .string(digest.hex),
    ]
    try scratch.write(Value.object(["data/claims.csv": entry]).canonicalJSON, to: ".veedor/digests.json")
    let workbench = try scratch.workbench([NotesModule()])
    let error = await #expect(throws: DiagnosticsError.self) {
      try await workbench.make(try #require(workbench.workspace.bundles.first))
    }
    #expect(error?.all.first?.message == "'first' is not up to date, and a bundle holds only what is")
  }

  @Test func receivedResultsArePackedAndNamedAndPagesAreNot() async throws {
    let workspace = try received()
    func make() async throws -> [String] {
      let workbench = try workspace.scratch.workbench([NotesModule()])
      let bundle = try #require(workbench.workspace.bundles.first)
      do {
        return try await workbench.make(bundle).warnings.map { "\($0.severity): \($0.rendered())" }
      } catch let error as DiagnosticsError {
        return error.all.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" }
      }
    }
    #expect(
      try await make() == ["R010 'page' is not up to date, and a bundle holds only what is (run 'veedor draft')"])
    let workbench = try workspace.scratch.workbench([NotesModule()])
    #expect(try await workbench.run(workbench.planDrafts()).map(\.status) == [.ran])
    #expect(
      try await make()
        == ["first", "second", "third"].map {
          "warning: warning[R014] the bundle holds or states 'results/\($0)', which was received and not re-run here\n"
            + "  'veedor run' confirms it"
        })
    // What rests on other files than those that lie here is no more packed than what was made here.
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    #expect(try await make().map { String($0.prefix(12)) } == ["R010 'first'", "R010 'second", "R011 draft '"])
  }
}
