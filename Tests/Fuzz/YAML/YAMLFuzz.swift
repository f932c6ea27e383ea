import Diagnostics
import FuzzDriver
import YAML

@_cdecl("YAMLFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as YAML, and stops where what comes out cannot be right.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", text: UnsafeBufferPointer(start: start, count: count))
  let parsed = parseYAML(source)
  demand(parsed.root != nil || !parsed.diagnostics.isEmpty, "nothing was read, and nothing said")
  for diagnostic in parsed.diagnostics {
    demand(diagnostic.code != "Y047", "a message of libyaml has no sentence of ours: \(diagnostic.message)")
    if let range = diagnostic.location?.range { check(range, in: source) }
  }
  _ = parsed.diagnostics.first?.rendered(in: source)
  if let root = parsed.root { check(root, in: source, isSound: parsed.diagnostics.isEmpty) }
  return 0
}

private func check(_ range: MarkRange, in source: SourceText) {
  demand(range.start <= range.end, "a stretch ends before it starts")
  demand(source.line(range.start.line) != nil && source.line(range.end.line) != nil, "a stretch of no line")
}

private func check(_ node: Node, in source: SourceText, isSound: Bool) {
  check(node.place, in: source)
  if node.alias != nil { return }
  switch node.content {
  case .scalar(let scalar):
    guard isSound, scalar.style == .plain, node.range.start.line == node.range.end.line else { return }
    let line = Array((source.line(node.range.start.line) ?? "").unicodeScalars)
    let written = line[(node.range.start.column - 1)..<(node.range.end.column - 1)]
    demand(written.elementsEqual(scalar.text.unicodeScalars), "a plain scalar is not where its marks are")
  case .sequence(let items):
    for item in items { check(item, inside: node, in: source, isSound: isSound) }
  case .mapping(let entries):
    for entry in entries {
      check(entry.key, inside: node, in: source, isSound: isSound)
      check(entry.value, inside: node, in: source, isSound: isSound)
    }
  }
}

private func check(_ node: Node, inside outer: Node, in source: SourceText, isSound: Bool) {
  demand(outer.range.start <= node.place.start && node.place.end <= outer.range.end, "a value lies outside its list")
  check(node, in: source, isSound: isSound)
}
