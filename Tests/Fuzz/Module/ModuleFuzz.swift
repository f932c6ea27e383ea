import FuzzDriver
import Language
import ModuleKit
import Schema
import Workspaces

@_cdecl("ModuleFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as a `module.yaml`, and stops where the command leads out of the folder, or the
/// manifest is not read as it is written.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  folder.write(UnsafeBufferPointer(start: start, count: count), to: "m/module.yaml")
  do {
    // Each in a folder opened anew, which else holds the file that it saw first.
    let module = try ModuleFile("m", in: WorkspaceFolder(path: folder.path))
    demand(!module.command.isEmpty, "a module without a command")
    for word in module.command { demand(!leadsOut(word), "a command that leads out of the folder: \(word)") }
    check(module.manifest)
  } catch let unreadable as ModuleFile.Unreadable {
    demand(!unreadable.reason.en.isEmpty, "unreadable, and nobody says why")
  } catch {
    fatalError("the folder cannot be opened: \(error)")
  }
  return 0
}

private let folder: FuzzFolder = {
  let folder = FuzzFolder()
  folder.makeFolder("m")
  return folder
}()

/// Whether `word` surely names something outside.
private func leadsOut(_ word: String) -> Bool {
  word.utf8.starts(with: "/".utf8) || word.utf8.starts(with: "~".utf8) || word == ".." || word.contains("../")
}

private func check(_ manifest: Manifest) {
  let document = manifest.document
  guard let again = try? Manifest(document: document) else { fatalError("what is written is no manifest") }
  demand(again.document == document, "a manifest is not written again as it is")
  for parameter in manifest.operations.flatMap(\.parameters) {
    let schema = parameter.schema
    for value in values + [schema.defaultValue].compactMap(\.self) {
      let problems = schema.problems(of: value)
      for problem in problems { _ = problem.message.message }
      guard problems.isEmpty else { continue }
      let normal = schema.normalised(value)
      demand(schema.problems(of: normal).isEmpty, "the normal form of \(value) is refused")
      demand(schema.normalised(normal) == normal, "the normal form of \(value) has another")
    }
  }
}

/// Values at the ends of what their types hold.
private let values: [Value] = [
  .null, true, 0, .integer(.min), .integer(.max), .integer(1 << 53), .number(.greatestFiniteMagnitude), .number(-1e300),
  .number(.leastNonzeroMagnitude), "", "6h", "999999999999d", "9223372036854775807s", "0.0000001s", "9999-12-31", "a/b",
  "2030-01-01T00:00:00Z", "2030-01-01T00:00:60+14:00", [], [[]], ["a": 1], ["a", "a"],
]
