import BuiltIn
import Bundles
import Files
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// What a bundle says was found is made again from its inputs, and compared byte for byte.
@Suite struct BundleRerunTests {
  /// A count of two bulletins, with a page that states it, packed.
  private func packed() async throws -> (scratch: ScratchWorkspace, bundle: String) {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      """
      veedor: 1
      mission:
        id: harbour
        title: Harbour council
        election_day: 2031-05-04
        time_zone: Atlantic/Azores
        languages: [en]
        notice: An exercise
      contests:
        council: {rule: plurality, options: {blue: {name: Blue List}, green: {name: Green List}}}
      datasets:
        bulletins: {kind: bulletins, path: bulletins.csv, contest: council}
      analyses:
        count: {use: counts.timeline, on: {bulletins: bulletins}}
      drafts: {page: {template: page.md, uses: [count]}}
      bundles: {partners: {include: [workspace, results, drafts], profile: public}}

      """, to: "veedor.yaml")
    try scratch.write("# A page\n\nIt says nothing.\n", to: "page.md")
    try scratch.write(
      """
      id,votes_blue,votes_green,source,published_from,published_to
      noon,410,395,board,2031-05-05T12:00:00Z,2031-05-05T12:00:00Z
      night,900,955,board,2031-05-05T23:00:00Z,2031-05-05T23:00:00Z

      """, to: "bulletins.csv")
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    _ = try await workbench.run(try workbench.planDrafts())
    let bundle = try #require(workbench.workspace.bundles.first)
    let path = "\(scratch.user.path)/handed-out.zip"
    #expect(try await workbench.make(bundle, at: path).written.path == path)
    return (scratch, path)
  }

  private func told(_ rerun: BundleRerun) -> [String] { rerun.problems.map { "\($0.code) \($0.message)" } }

  @Test func anHonestBundleIsTheSame() async throws {
    let (scratch, path) = try await packed()
    let rerun = try await BundleRerun(Bundle(path: path), modules: builtInModules, machineKey: scratch.machineKey)
    #expect(rerun.isSame && rerun.files > 8, "\(told(rerun))")
    // Somebody else's machine, without any key.
    let elsewhere = try await BundleRerun(
      Bundle(path: path), modules: builtInModules, machineKey: MachineKey(folder: nil))
    #expect(elsewhere.files == rerun.files)
  }

  /// 200 bytes of results and pages, each changed alone, with the records made consistent: every one is found and named.
  @Test func everyChangedByteIsFound() async throws {
    let (scratch, path) = try await packed()
    let bag = "\(scratch.user.path)/bag"
    try Bundle(path: path).extract(to: bag)
    func rerun() async throws -> BundleRerun {
      try await BundleRerun(unpackedIn: bag, modules: builtInModules, machineKey: scratch.machineKey)
    }
    #expect(try await rerun().isSame)
    var generator = Seeded(seed: 15)
    let folder = try Folder(path: "\(bag)/data")
    let files = try folder.files().filter { !$0.hasPrefix("workspace/") && !$0.hasSuffix("record.json") }
      .filter { $0 != "ro-crate-metadata.json" }
    for round in 0..<200 {
      let name = try #require(files.randomElement(using: &generator))
      let original = try folder.file(name).content
      var changed = original
      let place = Int.random(in: original.indices, using: &generator)
      changed[place] ^= UInt8.random(in: 1...255, using: &generator)
      let (owner, record) = try #require(try record(of: name, in: folder))
      let mended = record.replacing(Hash32(of: original).hex, with: Hash32(of: changed).hex)
      #expect(mended != record, "\(name)")
      try folder.write(changed, to: name)
      try folder.write(Array(mended.utf8), to: owner)
      let problems = try await rerun().problems.map(\.message)
      let line = 1 + original[..<place].count { $0 == UInt8(ascii: "\n") }
      #expect(
        problems.contains(RunMessage.differsAgain(name, byte: place + 1, line: line).message), "\(round): \(problems)")
      #expect(problems.count == 2 && problems.contains { $0.hasPrefix("'\(owner)'") })
      try folder.write(original, to: name)
      try folder.write(Array(record.utf8), to: owner)
    }
    #expect(try await rerun().isSame)
  }

  /// The path and text of the record that vouches for the file `name`.
  private func record(of name: String, in folder: Folder) throws -> (path: String, text: String)? {
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let path = parts.joined(separator: "/") + "/record.json"
      if let file = try? folder.file(path) { return (path, String(decoding: try file.content, as: UTF8.self)) }
      parts.removeLast()
    }
    return nil
  }

  /// A changed result in a bundle that is intact all the same.
  @Test func aForgedBundleIsIntactAndNotTheSame() async throws {
    let (scratch, path) = try await packed()
    let bag = "\(scratch.user.path)/bag"
    let facts = try Bundle(path: path).extract(to: bag)
    let folder = try Folder(path: "\(bag)/data")
    let table = "results/count/tables/batches.csv"
    let files = try folder.files().filter { $0 != "ro-crate-metadata.json" }.map { name in
      let content = try folder.file(name).content
      return BundleFile(name, .bytes(name == table ? content.dropLast() + Array("9\n".utf8) : content))
    }
    let description = try #require(facts.statement).description
    let forged = try BundleWriter(description).write(files, to: "\(scratch.user.path)/forged.zip")
    #expect(try Bundle(path: forged.path).verify().verdict == .intact)
    let rerun = try await BundleRerun(
      Bundle(path: forged.path), modules: builtInModules, machineKey: scratch.machineKey)
    #expect(!rerun.isSame && told(rerun).count == 1 && told(rerun)[0].hasPrefix("R020 '\(table)' is not what"))
  }

  @Test func whatIsMissingOrAddedIsNamed() async throws {
    let (scratch, path) = try await packed()
    let bag = "\(scratch.user.path)/bag"
    try Bundle(path: path).extract(to: bag)
    let folder = try Folder(path: "\(bag)/data")
    try folder.remove("results/count/tables/gaps.csv")
    try folder.write([], to: "results/other/result.json")
    // The same file where a run would have made it.
    try folder.write([], to: "workspace/results/other/result.json")
    try folder.write([], to: "workspace/results/count/tables/gaps.csv")
    let rerun = try await BundleRerun(unpackedIn: bag, modules: builtInModules, machineKey: scratch.machineKey)
    #expect(
      told(rerun) == [
        "R021 'results/other/result.json' is not made by any analysis or draft of the bundle's workspace",
        "R022 'results/count/tables/gaps.csv' is made again, and the bundle does not have it",
      ])
    try folder.folder("results").removeContent()
    try folder.folder("drafts").removeContent()
    let nothing = try await BundleRerun(unpackedIn: bag, modules: builtInModules, machineKey: scratch.machineKey)
    #expect(
      told(nothing) == [
        "R024 there is nothing to run again: the bundle has no workspace, or neither results nor drafts"
      ])
  }
}
