import Compression
import Datasets
import Diagnostics
import FuzzDriver

@_cdecl("CSVFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes, behind some that say how, as a dataset, and stops where another way of reading the
/// same file gives something else.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var script = Script(UnsafeBufferPointer(start: start, count: count))
  let way = WayOfReading(&script)
  let bytes = way.file(script.bytes(atMost: count))
  let whole = way.outcome(bytes, block: 1 << 18)
  let sizes = way.looksAtTheFirstBlock(of: bytes) ? [1 << 18] : [way.block, 16]
  for block in sizes {
    let outcome = way.outcome(bytes, block: block)
    demand(outcome == whole, "blocks of \(block) bytes give \(outcome), not \(whole)")
  }
  demand(way.outcome(bytes, block: sizes[0], threads: 3) == whole, "several threads give something else")
  // What is packed already is refused under a name that does not say so.
  if !way.isPacked, !bytes.starts(with: [0x1F, 0x8B]) {
    guard let packed = try? compress(bytes, .gzip) else { fatalError("what cannot be packed") }
    demand(way.outcome(packed, block: sizes[0], isPacked: true) == whole, "unpacked, it is something else")
  }
  return 0
}
