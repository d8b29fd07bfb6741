-- Makes the events of a server the others' rows: its own table gives way to one whose parts are foreign tables on two servers. All three
-- have the tables of `sitmap db init`, and none has an event. By psql, with variables: the folder of the sockets, and the ports of the two.
CREATE EXTENSION postgres_fdw;
CREATE TABLE sitmap.parts (LIKE sitmap.events) PARTITION BY LIST (shard);
DROP TABLE sitmap.events;
ALTER TABLE sitmap.parts RENAME TO events;
CREATE SERVER first FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'folder', port :'first', dbname 'postgres', async_capable 'true', fetch_size '10000', batch_size '1000');
CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'folder', port :'second', dbname 'postgres', async_capable 'true', fetch_size '10000', batch_size '1000');
CREATE USER MAPPING FOR PUBLIC SERVER first OPTIONS (user 'tester');
CREATE USER MAPPING FOR PUBLIC SERVER second OPTIONS (user 'tester');
CREATE FOREIGN TABLE sitmap.events_first PARTITION OF sitmap.events FOR VALUES IN (0, 1, 2, 3, 4, 5, 6, 7)
  SERVER first OPTIONS (schema_name 'sitmap', table_name 'events');
CREATE FOREIGN TABLE sitmap.events_second PARTITION OF sitmap.events FOR VALUES IN (8, 9, 10, 11, 12, 13, 14, 15)
  SERVER second OPTIONS (schema_name 'sitmap', table_name 'events');
