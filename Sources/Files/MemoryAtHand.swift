internal import Glibc

/// The memory that this process can still take: what the machine has available, within the limits of its control groups
/// and of its own address space.
public enum MemoryAtHand {
  /// The bytes; `Int.max` where the system tells nothing.
  public static var bytes: Int { min(available, inControlGroup, inAddressSpace) }

  /// What the kernel says can be taken without swapping.
  private static var available: Int {
    number(of: "MemAvailable:", in: text("/proc/meminfo")).map { $0 * 1024 } ?? .max
  }

  /// What the control group leaves; pages of files are given back when memory is short, so they count as free.
  private static var inControlGroup: Int {
    let groups = text("/proc/self/cgroup").split(separator: "\n").compactMap { line in
      line.hasPrefix("0::") ? "/sys/fs/cgroup" + line.dropFirst(3) : nil
    }
    let left = (groups + ["/sys/fs/cgroup"]).compactMap { group -> Int? in
      guard let limit = whole(text(group + "/memory.max")), let used = whole(text(group + "/memory.current")) else {
        return nil
      }
      let stat = text(group + "/memory.stat")
      let files = (number(of: "inactive_file", in: stat) ?? 0) + (number(of: "active_file", in: stat) ?? 0)
      return max(limit - used + files, 0)
    }
    return left.min() ?? .max
  }

  /// What the limit of the address space leaves (`ulimit -v`).
  private static var inAddressSpace: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt(Int.max),
      let pages = text("/proc/self/statm").split(separator: " ").first.flatMap({ Int($0) })
    else { return .max }
    return max(Int(limit.rlim_cur) - pages * sysconf(Int32(_SC_PAGESIZE)), 0)
  }

  /// The number behind `name`, which begins a line of `text`.
  private static func number(of name: String, in text: String) -> Int? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.dropFirst(name.count).split(separator: " ").first.flatMap { Int($0) }
  }

  private static func whole(_ text: String) -> Int? { text.split(separator: "\n").first.flatMap { Int($0) } }

  /// The text of one of the system's own files, which tell no size; empty where it cannot be read.
  private static func text(_ path: String) -> String {
    guard let descriptor = try? Descriptor.open(path, O_RDONLY) else { return "" }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = bytes.withUnsafeMutableBytes { read(descriptor.number, $0.baseAddress, $0.count) }
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}
