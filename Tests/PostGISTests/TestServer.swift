#if PostgreSQL
  import Foundation
  import SituationModel

  @testable import PostGIS

  /// A PostgreSQL of a test's own with PostGIS: in a temporary folder, heard on a Unix socket there alone, run by a user without
  /// rights. It is stopped with the last test that has it.
  final class TestServer: Sendable {
    /// Its folder, which has the socket too.
    let folder: String
    /// An address of its database.
    var address: String { address(user: TestServer.user) }

    private static let user = "tester"

    /// Starts one with an empty database that has PostGIS.
    init() throws {
      folder = "/tmp/sitmap-db-" + UUID().uuidString.prefix(8)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if geteuid() == 0 { try run("/usr/bin/chown", "nobody", folder) }
      try unprivileged(
        "initdb", "-D", data, "-U", TestServer.user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
      let settings = """
        listen_addresses = ''
        unix_socket_directories = '\(folder)'
        fsync = off
        shared_buffers = 64MB
        max_connections = 20
        """
      let path = data + "/extra.conf"
      try settings.write(toFile: path, atomically: true, encoding: .utf8)
      try run("/bin/sh", "-c", "echo \"include 'extra.conf'\" >>\(data)/postgresql.conf; chmod 644 \(path)")
      try start()
    }

    deinit {
      try? stop("immediate")
      try? FileManager.default.removeItem(atPath: folder)
    }

    func address(user: String, database: String = "postgres") -> String {
      "postgresql://\(user)@/\(database)?host=\(folder)"
    }

    /// Where the server listens, as a source takes it.
    func parsed(user: String? = nil) throws -> ServerAddress {
      try ServerAddress(address(user: user ?? TestServer.user))
    }

    func start() throws { try unprivileged("pg_ctl", "-D", data, "-w", "-l", folder + "/log", "start") }
    func stop(_ mode: String) throws { try unprivileged("pg_ctl", "-D", data, "-w", "-m", mode, "stop") }

    /// The process that all others of the server come from.
    func postmaster() throws -> pid_t {
      let lines = try String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8).split(separator: "\n")
      return pid_t(lines[0]) ?? 0
    }

    /// Runs commands as the server's owner.
    func sql(_ commands: String) throws {
      let connection = Connection(to: try parsed(), Connection.Terms(isReadOnly: false, timeout: 60_000))
      try connection.run(commands)
    }

    /// The first value of an answer.
    func value(_ query: String) throws -> String? {
      let connection = Connection(to: try parsed(), Connection.Terms(isReadOnly: false, timeout: 60_000))
      return try connection.ask(Statement(text: query)).text(0, 0)
    }

    private var data: String { folder + "/data" }

    private func unprivileged(_ program: String, _ arguments: String...) throws {
      let path = TestServer.programs + "/" + program
      if geteuid() == 0 {
        try run("/usr/sbin/runuser", ["-u", "nobody", "--", path] + arguments)
      } else {
        try run(path, arguments)
      }
    }

    /// Where Debian has the programs of the server: the newest of them.
    private static var programs: String {
      let root = "/usr/lib/postgresql"
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return root + "/" + (versions.compactMap { Int($0) }.max().map(String.init) ?? "15") + "/bin"
    }

    private func run(_ program: String, _ arguments: String...) throws { try run(program, arguments) }

    /// Runs a program and waits for it alone: what it leaves running may keep open what it was given.
    private func run(_ program: String, _ arguments: [String]) throws {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      for file: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0) }
      // The user without rights may not be let into the folder that the tests run in.
      let words = (["/bin/sh", "-c", "cd /tmp; exec \"$@\"", "sh", program] + arguments).map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var (process, status): (pid_t, Int32) = (0, 0)
      let failure = posix_spawn(&process, "/bin/sh", &actions, nil, words, environ)
      guard failure == 0, waitpid(process, &status, 0) == process, status == 0 else {
        throw Broken(program: program, status: failure == 0 ? status : failure)
      }
    }

    private struct Broken: Error {
      let program: String
      let status: Int32
    }
  }
#endif
