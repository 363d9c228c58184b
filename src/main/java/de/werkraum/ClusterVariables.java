package de.werkraum;

import de.werkraum.cluster.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables {@code WERKRAUM_CLUSTER…}. */
final class ClusterVariables {
    private static final String NAME = "WERKRAUM_CLUSTER";
    private static final String HOST = NAME + "_HOST";
    private static final String PORT = NAME + "_PORT";
    private static final String MEMBERS = NAME + "_MEMBERS";
    private static final String DNS = "dns:";
    /** Hazelcast's own. */
    private static final int USUAL_PORT = 5701;
    /** Three in a row. */
    private static final int LAST_PORT = 65_533;

    private ClusterVariables() {}

    /** How to find the others; null for a server that is alone. */
    static @Nullable Settings read(Map<String, String> environment) {
        String engine = Config.text(environment, NAME);
        if (engine == null) {
            environment.keySet().stream()
                    .filter(name -> name.startsWith(NAME + "_"))
                    .forEach(name -> {
                        throw new IllegalArgumentException(name + " is of use only with " + NAME + "=hazelcast.");
                    });
            return null;
        }
        if (!engine.equals("hazelcast")) {
            throw new IllegalArgumentException(NAME + " must be hazelcast, or unset for a single server.");
        }
        if (Config.text(environment, "DATABASE_URL") == null) {
            throw new IllegalArgumentException(NAME + ": servers share a PostgreSQL, which DATABASE_URL must name.");
        }
        String host = Config.text(environment, HOST);
        String members = Config.text(environment, MEMBERS);
        if (host == null || members == null) {
            throw new IllegalArgumentException(
                    NAME + " needs " + HOST + ", the address by which others reach this server," + " and " + MEMBERS
                            + ", all servers or " + DNS + "name.");
        }
        int port = Config.number(environment, PORT, USUAL_PORT, 1, LAST_PORT);
        boolean dns = members.startsWith(DNS);
        return new Settings(
                host,
                port,
                dns ? List.of() : members(members, port),
                dns ? members.substring(DNS.length()) : null,
                tls(environment));
    }

    private static List<String> members(String value, int port) {
        List<String> members = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String member = part.strip();
            if (member.isEmpty() || member.contains("/")) {
                throw new IllegalArgumentException(MEMBERS + " must be addresses such as 10.0.0.1:5701,10.0.0.2:5701.");
            }
            members.add(member.contains(":") ? member : member + ":" + port);
        }
        return List.copyOf(members);
    }

    private static Settings.@Nullable Tls tls(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("_TLS_CERT", "_TLS_KEY", "_TLS_CA")) {
            String value = Config.text(environment, NAME + name);
            if (value != null && Files.isReadable(Path.of(value))) {
                files.add(Path.of(value));
            } else if (value != null) {
                throw new IllegalArgumentException(NAME + name + " must name a PEM file that can be read.");
            }
        }
        if (!files.isEmpty() && files.size() < 3) {
            throw new IllegalArgumentException(
                    NAME + "_TLS_CERT, " + NAME + "_TLS_KEY and " + NAME + "_TLS_CA belong together.");
        }
        return files.isEmpty() ? null : new Settings.Tls(files.get(0), files.get(1), files.get(2));
    }
}
