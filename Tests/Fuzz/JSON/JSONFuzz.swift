import FuzzDriver
import Schema

@_cdecl("JSONFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as JSON, and stops where what is written of them is not read as the same.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let value: Value
  do throws(JSONError) {
    value = try Value(json: bytes)
  } catch {
    demand(0...count ~= error.offset, "an error outside of the text")
    return 0
  }
  let canonical = value.canonicalJSON
  guard let again = try? Value(json: canonical) else { fatalError("canonical JSON is no JSON") }
  demand(again.canonicalJSON == canonical, "canonical JSON is not written again as it is")
  demand((try? Value(json: value.prettyJSON)) == again, "JSON for people is other JSON")
  demand(sameShape(value, again), "another value is read")
  return 0
}

/// Whether two values are the same but for the digits that numbers lose.
private func sameShape(_ one: Value, _ other: Value) -> Bool {
  switch (one, other) {
  case (.list(let ones), .list(let others)):
    return ones.count == others.count && zip(ones, others).allSatisfy(sameShape)
  case (.object(let ones), .object(let others)):
    return ones.count == others.count
      && ones.allSatisfy { key, value in others[key].map { sameShape(value, $0) } ?? false }
  case (.number(let one), _):
    guard let other = other.double else { return false }
    return abs(one - other) <= abs(one) * 1e-11
  case (.null, _), (.bool, _), (.integer, _), (.string, _), (.list, _), (.object, _): return one == other
  }
}
