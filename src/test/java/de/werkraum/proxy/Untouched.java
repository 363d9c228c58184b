package de.werkraum.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A proxy with the settings it comes with: nobody has thought of WebSockets or streams. */
enum Untouched {
    NGINX("nginx") {
        @Override
        String config(Path folder, int port, int server) {
            return Proxy.NGINX.around(
                    """
                    server {
                        listen 127.0.0.1:%d;
                        location / {
                            proxy_pass http://127.0.0.1:%d;
                        }
                    }
                    """
                            .formatted(port, server),
                    folder);
        }

        @Override
        List<String> command(Path folder, Path config) {
            return Proxy.NGINX.command(folder, config);
        }
    },
    APACHE("apache2") {
        @Override
        String config(Path folder, int port, int server) {
            return Proxy.apache("ProxyPass / http://127.0.0.1:%d/".formatted(server), folder)
                    .replace("@PORT@", String.valueOf(port));
        }

        @Override
        List<String> command(Path folder, Path config) {
            return Proxy.APACHE.command(folder, config);
        }
    },
    HAPROXY("haproxy") {
        @Override
        String config(Path folder, int port, int server) {
            // The defaults are those of Debian's /etc/haproxy/haproxy.cfg.
            return """
                    defaults
                        mode http
                        timeout connect 5000
                        timeout client 50000
                        timeout server 50000
                    listen werkraum
                        bind 127.0.0.1:%d
                        server werkraum 127.0.0.1:%d
                    """
                    .formatted(port, server);
        }

        @Override
        List<String> command(Path folder, Path config) {
            return Proxy.HAPROXY.command(folder, config);
        }
    },
    /** On the way out of an office. */
    SQUID("squid") {
        @Override
        String config(Path folder, int port, int server) throws IOException {
            return Files.readString(Path.of("/etc/squid/squid.conf"))
                            .replaceAll("(?m)^http_port .*$", "http_port 127.0.0.1:" + port)
                    + """

                    pid_filename none
                    access_log stdio:%1$s/access.log
                    cache_log %1$s/cache.log
                    """
                            .formatted(folder);
        }

        @Override
        List<String> command(Path folder, Path config) {
            return List.of("squid", "-N", "-f", config.toString());
        }
    };

    private final String program;

    Untouched(String program) {
        this.program = program;
    }

    abstract String config(Path folder, int port, int server) throws IOException;

    abstract List<String> command(Path folder, Path config);

    boolean installed() {
        return Proxy.installed(program);
    }

    /** Whether it is asked by the client's settings instead of standing before the server. */
    boolean forward() {
        return this == SQUID;
    }

    /** @param more lines beside what it comes with */
    Process start(Path folder, int port, int server, String more) throws IOException {
        Path config = Files.writeString(folder.resolve(program + ".conf"), config(folder, port, server) + more);
        return new ProcessBuilder(command(folder, config))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
    }
}
