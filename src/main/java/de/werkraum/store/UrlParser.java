package de.werkraum.store;

import de.werkraum.problem.StartupException;
import de.werkraum.store.DatabaseUrl.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code DATABASE_URL}. By hand, since {@link java.net.URI} knows no several hosts, refuses underscores in them, and repeats what it
 * could not read. An {@code @}, {@code /}, {@code ?} or {@code #} that belongs to a password and was not escaped puts the rest of the
 * password where a host, a database or a parameter is expected: whatever hints at that is refused before any part is told or used.
 */
final class UrlParser {
    private static final int DEFAULT_PORT = 5432;
    private static final int PORTS = 65_535;
    private static final String FORM = "DATABASE_URL must look like postgresql://user:password@host:5432/database";
    private static final String ESCAPE =
            FORM + "; characters such as @ / ? # in user or password are written as %40 %2F %3F %23.";
    private static final Pattern SCHEME = Pattern.compile("postgres(?:ql)?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+\\]|[\\w.%-]*)(?::(?<port>\\d{0,5}))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");
    /** Of the places of a parameter in libpq, those that say where and who, too: Unix sockets are written so. */
    private static final Set<String> PLACE = Set.of("host", "port", "user", "password", "dbname");

    private static final Set<String> SESSION = Set.of("application_name", "options");
    private static final String TARGET = "target_session_attrs";
    /** Werkraum writes: what only reads is no target. */
    private static final Set<String> TARGETS = Set.of("any", "read-write", "primary");
    /** In the order they are told. */
    private static final SortedSet<String> KNOWN = known();

    private final String authority;
    private final String database;
    private final Map<String, String> parameters;

    UrlParser(String url) {
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.lookingAt()) {
            throw new StartupException(FORM + ".");
        }
        String rest = url.substring(scheme.end());
        int query = rest.indexOf('?');
        String place = query < 0 ? rest : rest.substring(0, query);
        int slash = place.indexOf('/');
        authority = slash < 0 ? place : place.substring(0, slash);
        requireEscaped(rest, authority);
        database = slash < 0 ? "" : decode(place.substring(slash + 1));
        parameters = parameters(query < 0 ? "" : rest.substring(query + 1));
    }

    /** All that a password with an unescaped sign would leave behind: a second {@code @}, one after the host, a fragment, a blank. */
    private static void requireEscaped(String rest, String authority) {
        boolean blank = rest.chars().anyMatch(sign -> sign <= ' ');
        boolean second = rest.indexOf('@') != rest.lastIndexOf('@');
        boolean late = rest.indexOf('@') >= authority.length();
        if (blank || second || late || rest.indexOf('#') >= 0) {
            throw new StartupException(ESCAPE);
        }
    }

    DatabaseUrl read() {
        int at = authority.indexOf('@');
        String login = at < 0 ? "" : authority.substring(0, at);
        int colon = login.indexOf(':');
        String user = place("user", decode(colon < 0 ? login : login.substring(0, colon)));
        String password = place("password", colon < 0 ? "" : decode(login.substring(colon + 1)));
        if (user.isEmpty()) {
            throw new StartupException(FORM + "; the user is missing.");
        }
        List<Address> addresses = addresses(authority.substring(at + 1));
        String name = place("dbname", database);
        if (name.isEmpty()) {
            throw new StartupException(FORM + "; host or database is missing.");
        }
        requireTarget();
        Map<String, String> session = new HashMap<>(parameters);
        session.keySet().retainAll(SESSION);
        return new DatabaseUrl(addresses, name, user, password, Tls.of(parameters), Map.copyOf(session));
    }

    private String place(String name, String written) {
        return parameters.getOrDefault(name, written);
    }

    private List<Address> addresses(String hosts) {
        List<Address> addresses = new ArrayList<>();
        for (String written : hosts.split(",", -1)) {
            Matcher host = HOST.matcher(written);
            if (!host.matches()) {
                throw new StartupException(FORM + "; the host is a name, an address, or several with commas between.");
            }
            addresses.add(new Address(bare(host.group("host")), port(host.group("port"))));
        }
        addresses = parameters.containsKey("host") ? named(parameters.get("host"), addresses.get(0)) : addresses;
        if (addresses.stream().anyMatch(address -> address.host().isEmpty())) {
            throw new StartupException(FORM + "; host or database is missing.");
        }
        if (addresses.size() > 1 && addresses.stream().anyMatch(Address::socket)) {
            throw new StartupException("DATABASE_URL: a folder of a Unix socket stands alone, without other hosts.");
        }
        return List.copyOf(addresses);
    }

    /** As libpq has it: {@code ?host=/run/postgresql&port=5433}, or several with commas between. */
    private List<Address> named(@Nullable String hosts, Address written) {
        String[] names = String.valueOf(hosts).split(",", -1);
        String[] ports = parameters.getOrDefault("port", "").split(",", -1);
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String port = ports[Math.min(i, ports.length - 1)];
            if (!port.matches("\\d{0,5}")) {
                throw new StartupException("DATABASE_URL: the port is a number.");
            }
            addresses.add(new Address(names[i], port.isEmpty() ? written.port() : port(port)));
        }
        return addresses;
    }

    private static String bare(String host) {
        return decode(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    private static int port(@Nullable String digits) {
        int port = digits == null || digits.isEmpty() ? DEFAULT_PORT : Integer.parseInt(digits);
        if (port < 1 || port > PORTS) {
            throw new StartupException("DATABASE_URL: a port is between 1 and 65535.");
        }
        return port;
    }

    private void requireTarget() {
        String target = parameters.getOrDefault(TARGET, "any").toLowerCase(Locale.ROOT);
        if (!TARGETS.contains(target)) {
            throw new StartupException("DATABASE_URL: target_session_attrs must be any, read-write or primary,"
                    + " since Werkraum writes.");
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : decode(pair.substring(0, equals));
            if (!NAME.matcher(name).matches() || equals < 0) {
                throw new StartupException(
                        "DATABASE_URL: what follows the ? are parameters, each name=value with & between.");
            }
            if (!KNOWN.contains(name)) {
                // with a password among them, what looks like a name may be the rest of it
                String which = parameters.containsKey("password") ? "a parameter" : "the parameter " + name;
                throw new StartupException("DATABASE_URL: " + which + " is not understood; " + String.join(", ", KNOWN)
                        + " are, and & within a value is written %26.");
            }
            parameters.put(name, decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static SortedSet<String> known() {
        SortedSet<String> names = new TreeSet<>(Tls.NAMES);
        names.addAll(SESSION);
        names.addAll(PLACE);
        names.add(TARGET);
        return names;
    }

    /** A plus sign is itself, as libpq has it; only percent sequences are decoded. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // without the cause, which repeats the sequence
            throw new StartupException("DATABASE_URL: a % is not followed by two hexadecimal digits.");
        }
    }
}
