#if PostgreSQL
  import TestKit

  @testable import PostGIS

  /// Three servers that share the events by `Tests/Cluster/coordinator.sql`: one that is asked, and two that have the rows.
  struct TestCluster {
    let coordinator: TestServer
    /// Those that have the rows.
    let nodes: [TestServer]

    /// Starts them with the tables of this program, without an event.
    init() throws {
      let (folder, ports) = (try TestFolder(), [5511, 5512])
      coordinator = try TestServer(in: folder, port: 5510)
      nodes = try ports.map { try TestServer(in: folder, port: $0) }
      for server in [coordinator] + nodes { try Schema(at: server.parsed()).make() }
      let file = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Cluster/coordinator.sql"
      try coordinator.psql(
        "-v", "folder=\(folder.path)", "-v", "first=\(ports[0])", "-v", "second=\(ports[1])", "-f", file)
    }
  }
#endif
