import BuiltIn
import Diagnostics
import Files
import TestSupport
import Testing
import Workspaces

/// The examples of Docs/data.md whose files stand there: what is said of them is how they are read.
@Suite struct DataPageTests {
  struct Example: CustomTestStringConvertible {
    var path: String
    var file: String
    var datasets: String
    var testDescription: String { path }
  }

  /// Each block of a file (```` ```csv PATH ````), with the block of YAML behind it.
  static let examples: [Example] = {
    guard let bytes = try? MappedFile(path: Repository.path + "/Docs/data.md").content else { return [] }
    var examples: [Example] = []
    var open: (info: String, lines: [String])?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        open?.lines.append(String(line))
        continue
      }
      guard let block = open else {
        open = (String(line.dropFirst(3)), [])
        continue
      }
      open = nil
      let text = block.lines.joined(separator: "\n") + "\n"
      let words = block.info.split(separator: " ", maxSplits: 1).map(String.init)
      if words.count == 2 {
        examples.append(Example(path: words[1], file: text, datasets: ""))
      } else if words == ["yaml"], let last = examples.indices.last, examples[last].datasets.isEmpty {
        examples[last].datasets = text
      }
    }
    return examples
  }()

  @Test func thereAreSome() { #expect(Self.examples.count > 1) }

  /// Each says what its file holds in all, so that nothing is read otherwise than it should be.
  @Test(arguments: examples)
  func areRead(_ example: Example) async throws {
    #expect(example.datasets.contains("expect: {rows: "))
    let scratch = try ScratchWorkspace()
    try scratch.write(example.file, to: example.path)
    let mission = ScratchWorkspace.mission.replacing("president", with: "council")
      .replacing("amapola", with: "oak").replacing("bromelia", with: "elm")
    try scratch.write(mission + example.datasets, to: "veedor.yaml")
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    #expect(reading.diagnostics.map { $0.rendered() } == [])
    let workspace = try #require(reading.workspace)
    let loader = DatasetLoader(workspace)
    #expect(await workspace.dataProblems(loader).map { $0.rendered() } == [])
    #expect(try await workspace.doubts(loader, builtInModules).open.map { $0.rendered() } == [])
  }
}
