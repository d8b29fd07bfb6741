#if PostgreSQL
  /// The settings of a session.
  struct SessionOptions {
    /// True if the session may change nothing.
    var isReadOnly = true
    /// The longest time that a statement may take, in milliseconds; 0 for no limit.
    var timeout: Int32 = 10_000

    /// The commands that begin a session.
    var settings: String {
      """
      SET default_transaction_read_only = \(isReadOnly ? "on" : "off"); SET statement_timeout = \(timeout); \
      SET idle_in_transaction_session_timeout = 0; SET extra_float_digits = 1; SET bytea_output = hex; \
      SET DateStyle = ISO; SET TimeZone = UTC; SET IntervalStyle = postgres; SET enable_partitionwise_aggregate = on; \
      SET jit = off; SET client_min_messages = warning; SET standard_conforming_strings = on
      """
    }

    /// Commands for settings that a server may refuse. The first lets a statement end when the program that sent it is gone (PostgreSQL
    /// 14 and later). The others let the server prefetch many rows from disk and count in memory, unless its owner has set more.
    static let optionalSettings = [
      "SELECT set_config(name, '2s', false) FROM pg_settings WHERE name = 'client_connection_check_interval'",
      "SELECT set_config(name, '64', false) FROM pg_settings WHERE name = 'effective_io_concurrency' AND setting::int < 64",
      "SELECT set_config(name, '64MB', false) FROM pg_settings WHERE name = 'work_mem' AND setting::int < 65536",
    ]
  }
#endif
