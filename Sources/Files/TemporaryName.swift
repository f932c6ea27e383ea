internal import Glibc

/// A name beside `path` that nothing has yet, made by `make`, which is called until it does not find the name taken.
func temporaryName(beside path: String, make: (String) -> Int32) throws(FileError) -> (name: String, result: Int32) {
  let folder = split(path).folder
  while true {
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let name = "\(folder)/\(AtomicFile.prefix)\(random)"
    let result = make(name)
    if result >= 0 { return (name, result) }
    guard errno == EEXIST || errno == EINTR else { throw .last(.create, path) }
  }
}
