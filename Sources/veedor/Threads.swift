import Glibc
import ModuleKit
import Parallel

/// Threads of the system.
enum Threads {
  /// Runs `body` in a thread of its own.
  /// - Throws: ``ThreadMessage`` where the system does not start it.
  static func start(_ body: @escaping @Sendable () -> Void) throws {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    guard error == 0 else {
      box.release()
      throw DiagnosticsError(ThreadMessage.notStarted)
    }
    pthread_detach(thread)
  }

  /// Makes sure that the system starts as many threads as a command may use at once: one for each processor, and those
  /// that watch over signals, descriptors and processes.
  ///
  /// The runtime waits without end for a thread that it cannot start.
  /// - Throws: ``ThreadMessage`` where it does not.
  static func require() throws {
    let gate = Gate()
    defer { gate.open() }
    for _ in 0..<ProcessorCount.online + 4 { try start { gate.pass() } }
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Holds threads until it is open.
  private final class Gate: @unchecked Sendable {
    // Sendable because the lock is made for it.
    private let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

    init() {
      pthread_rwlock_init(lock, nil)
      pthread_rwlock_wrlock(lock)
    }

    deinit {
      pthread_rwlock_destroy(lock)
      lock.deallocate()
    }

    func pass() {
      pthread_rwlock_rdlock(lock)
      pthread_rwlock_unlock(lock)
    }

    func open() { pthread_rwlock_unlock(lock) }
  }
}

/// What the system refuses to the program as a whole.
enum ThreadMessage: DiagnosticMessage, Equatable {
  /// It starts no more threads.
  case notStarted

  var text: MessageText {
    switch self {
    case .notStarted:
      .init(
        "U002", en: "the system starts too few threads for this program",
        es: "el sistema inicia muy pocos hilos para este programa",
        hint: Text(
          en: "raise the limit of processes ('ulimit -u') or of memory ('ulimit -v')",
          es: "suba el límite de procesos («ulimit -u») o de memoria («ulimit -v»)"))
    }
  }
}
