package de.werkraum.store;

import io.vertx.pgclient.PgConnectOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, as {@code DATABASE_URL} has it in libpq's words:
 * {@code postgresql://user:password@host:port,host:port/database?sslmode=…}.
 *
 * @param addresses at least one; with several, the one that takes writes is used
 * @param parameters of the query that are about the session: {@code application_name}, {@code options}
 */
record DatabaseUrl(
        List<Address> addresses,
        String database,
        String user,
        String password,
        Tls tls,
        Map<String, String> parameters) {

    private static final String APPLICATION = "werkraum";

    /**
     * A host and its port, or the folder of a Unix socket and the port in the socket's name.
     *
     * @param host a name or an IP address without brackets; a folder begins with a slash
     */
    record Address(String host, int port) {
        boolean socket() {
            return host.startsWith("/");
        }

        /** The file that PostgreSQL listens at, in the folder it was told. */
        String file() {
            return host + "/.s.PGSQL." + port;
        }

        @Override
        public String toString() {
            return socket() ? file() : host + ":" + port;
        }
    }

    /**
     * Reads an address.
     *
     * @throws StartupException whose sentence holds no part of the password, wherever it may stand in an address that is written wrongly
     */
    static DatabaseUrl parse(String url) {
        return new UrlParser(url).read();
    }

    /** For the Vert.x client: one for each address, in their order. */
    List<PgConnectOptions> connectOptions() {
        return addresses.stream().map(this::connectOptions).toList();
    }

    private PgConnectOptions connectOptions(Address address) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setProperties(properties());
        if (!address.socket()) {
            tls.applyTo(options);
        }
        return options;
    }

    /**
     * What a session begins with. Poolers as they are shipped refuse any other parameter at the start ({@code extra_float_digits}, which
     * the client would send, and {@code search_path}): what else a session needs is set by a statement.
     */
    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("client_encoding", "utf8");
        properties.put("DateStyle", "ISO");
        properties.put("application_name", APPLICATION);
        properties.putAll(parameters);
        return properties;
    }

    /** For Flyway, which speaks JDBC, and for what happens before the Vert.x client. */
    DataSource dataSource() {
        return dataSource(0);
    }

    /** @param answerSeconds longest wait for an answer of PostgreSQL; 0 waits for ever, as migrations may take long */
    DataSource dataSource(int answerSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setSocketTimeout(answerSeconds);
        source.setServerNames(addresses.stream().map(Address::host).toArray(String[]::new));
        source.setPortNumbers(addresses.stream().mapToInt(Address::port).toArray());
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(parameters.getOrDefault("application_name", APPLICATION));
        source.setOptions(parameters.get("options"));
        if (addresses.size() > 1) {
            source.setTargetServerType("primary");
        }
        if (addresses.get(0).socket()) {
            throughSocket(source, addresses.get(0));
        } else {
            tls.applyTo(source);
        }
        return source;
    }

    private static void throughSocket(PGSimpleDataSource source, Address address) {
        source.setServerNames(new String[] {"localhost"});
        source.setSocketFactory("org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg");
        source.setSocketFactoryArg(address.file());
        source.setSslmode("disable");
    }

    /** Neither password nor parameters. */
    @Override
    public String toString() {
        return user + "@" + addresses.stream().map(Address::toString).collect(Collectors.joining(",")) + "/" + database;
    }
}
