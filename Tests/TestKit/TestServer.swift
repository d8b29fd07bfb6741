#if PostgreSQL
  import Foundation

  /// A PostgreSQL of a test's own with PostGIS: in a temporary folder, heard on a Unix socket there alone, run by a user without
  /// rights. It is stopped with the last test that has it.
  public final class TestServer: Sendable {
    /// Its folder, which has the socket too.
    public let folder: TestFolder
    /// An address of its database.
    public var address: String { address(user: TestServer.user) }

    private static let user = "tester"
    private let port: Int
    private var data: String { "\(folder.path)/data-\(port)" }

    /// Starts one with an empty database that has PostGIS.
    ///
    /// - Parameters:
    ///   - folder: where its files are, and the sockets of others that it is to find; one of its own if none is named.
    ///   - port: the number that tells its socket from those of others in the folder.
    public init(in folder: TestFolder? = nil, port: Int = 5432) throws {
      self.folder = try folder ?? TestFolder()
      self.port = port
      try unprivileged(
        "initdb", "-D", data, "-U", TestServer.user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
      let settings = """
        listen_addresses = ''
        port = \(port)
        unix_socket_directories = '\(self.folder.path)'
        fsync = off
        shared_buffers = 64MB
        max_connections = 20
        max_prepared_transactions = 1
        """
      let path = data + "/extra.conf"
      try settings.write(toFile: path, atomically: true, encoding: .utf8)
      try self.folder.run("/bin/sh", "-c", "echo \"include 'extra.conf'\" >>\(data)/postgresql.conf; chmod 644 \(path)")
      try start()
    }

    deinit { try? stop("immediate") }

    /// Where it listens, for a role and a database of it.
    public func address(user: String, database: String = "postgres") -> String {
      "postgresql://\(user)@/\(database)?host=\(folder.path)&port=\(port)"
    }

    /// Starts it again.
    public func start() throws {
      try unprivileged("pg_ctl", "-D", data, "-w", "-t", "300", "-l", "\(folder.path)/log-\(port)", "start")
    }

    /// Stops it, in one of the modes of `pg_ctl`.
    public func stop(_ mode: String) throws { try unprivileged("pg_ctl", "-D", data, "-w", "-m", mode, "stop") }

    /// Runs commands as the server's owner, all or none of them.
    public func sql(_ commands: String) throws { try psql("-c", commands) }

    /// The first value of an answer; nil where there is none.
    public func value(_ query: String) throws -> String? {
      try psql("-tA", "-c", query).split(separator: "\n").first.map(String.init)
    }

    /// Calls psql as the server's owner; what it printed.
    @discardableResult
    public func psql(_ arguments: String...) throws -> String {
      try folder.run(TestServer.programs + "/psql", ["-qX", "-v", "ON_ERROR_STOP=1", "-d", address] + arguments)
    }

    private func unprivileged(_ program: String, _ arguments: String...) throws {
      let words = [TestServer.programs + "/" + program] + arguments
      if geteuid() == 0 {
        try folder.run("/usr/sbin/runuser", ["-u", TestFolder.owner, "--"] + words)
      } else {
        try folder.run(words[0], arguments)
      }
    }

    /// Where Debian has the programs of the server: the newest of them.
    private static var programs: String {
      let root = "/usr/lib/postgresql"
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return root + "/" + (versions.compactMap { Int($0) }.max().map(String.init) ?? "15") + "/bin"
    }
  }

  /// A folder for servers, which is gone with the last of them. It belongs to a user without rights where the tests run as root.
  public final class TestFolder: Sendable {
    /// Where it is.
    public let path: String

    fileprivate static let owner = "nobody"

    /// Makes one.
    public init() throws {
      path = "/tmp/sitmap-db-" + UUID().uuidString.prefix(8)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      if geteuid() == 0 { try run("/usr/bin/chown", TestFolder.owner, path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    fileprivate func run(_ program: String, _ arguments: String...) throws -> String { try run(program, arguments) }

    /// Runs a program and waits for it alone: what it leaves running may keep open what it was given. Returns what it printed.
    @discardableResult
    fileprivate func run(_ program: String, _ arguments: [String]) throws -> String {
      let output = "\(path)/output-\(UUID().uuidString)"
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
      // The user without rights may not be let into the folder that the tests run in.
      let words = (["/bin/sh", "-c", "cd /tmp; exec \"$@\"", "sh", program] + arguments).map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var (process, status): (pid_t, Int32) = (0, 0)
      let failure = posix_spawn(&process, "/bin/sh", &actions, nil, words, environ)
      let isEnded = failure == 0 && waitpid(process, &status, 0) == process
      let printed = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
      unlink(output)
      guard isEnded, status == 0 else {
        throw Broken(program: program, status: failure == 0 ? status : failure, printed: printed)
      }
      return printed
    }

    private struct Broken: Error {
      let program: String
      let status: Int32
      let printed: String
    }
  }
#endif
