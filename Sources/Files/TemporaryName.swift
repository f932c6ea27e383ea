internal import Glibc

/// A path in `folder` at which nothing stands yet, made by `make`, which is called until it finds the name free.
///
/// Errors name `path`, for whose sake it is made.
func makeTemporary(
  in folder: String, for path: String, make: (String) -> Int32
) throws(FileError) -> (path: String, result: Int32) {
  while true {
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = "\(folder)/\(AtomicFile.prefix)\(random)"
    let result = make(temporary)
    if result >= 0 { return (temporary, result) }
    guard errno == EEXIST || errno == EINTR else { throw .last(.create, path) }
  }
}
