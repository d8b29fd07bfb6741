#if PostgreSQL
  import TestKit

  @testable import PostGIS

  extension TestServer {
    /// Where the server listens, as a source takes it.
    func parsed() throws -> ServerAddress { try ServerAddress(address) }
  }
#endif
