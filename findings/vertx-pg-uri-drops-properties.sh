#!/usr/bin/env bash
# One property in a connection URI takes all of the Vert.x PostgreSQL client's default properties away, the encoding among them.
#
# Version: io.vertx:vertx-pg-client 5.0.10.
# Input (valid): postgresql://u:p@h/d and the same with ?application_name=office, read by PgConnectOptions.fromUri.
# Expected: the second differs from the first in application_name alone, as each of libpq's parameters stands for itself.
# Seen: with the parameter, client_encoding, DateStyle and extra_float_digits are no longer among the properties a session begins with: they are whatever the
# role or the database has set, while the client goes on reading what it asked for before.
# Consequence: whoever names an application in the address sets the other three by hand (setProperties), or names it with addProperty after reading.
# Source: the API's PgConnectOptions.DEFAULT_PROPERTIES names all four as defaults; libpq's manual, 32.1.1.2, has each parameter stand for itself.
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
  </dependencies>
</project>
XML
cat > Properties.java <<'JAVA'
import io.vertx.pgclient.PgConnectOptions;
import java.util.TreeMap;

class Properties {
    public static void main(String[] uris) {
        for (String uri : uris) {
            System.out.println(uri + "  =>  " + new TreeMap<>(PgConnectOptions.fromUri(uri).getProperties()));
        }
    }
}
JAVA
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=path
java -cp "$(cat path)" Properties.java 'postgresql://u:p@h/d' 'postgresql://u:p@h/d?application_name=office' | tee seen
grep -q '/d  =>  {DateStyle=ISO, .*client_encoding=utf8' seen || { echo "the defaults have changed" >&2; exit 1; }
if grep 'application_name=office  =>' seen | grep -q client_encoding; then
  echo "the defaults stay now" >&2
  exit 1
fi
