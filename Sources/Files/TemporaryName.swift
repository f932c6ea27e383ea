internal import Glibc

/// A name at which nothing stands yet in some folder, made there by `make`, which is called until it finds it free.
///
/// Errors name `path`, for whose sake it is made.
func makeTemporary(for path: String, make: (_ name: String) -> Int32) throws(FileError) -> (name: String, result: Int32)
{
  while true {
    let name = AtomicFile.prefix + String(UInt64.random(in: .min ... .max), radix: 36)
    let result = make(name)
    if result >= 0 { return (name, result) }
    guard errno == EEXIST || errno == EINTR else { throw .last(.create, path) }
  }
}
