package de.werkraum.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy with its configuration as OPERATIONS has it; only names, ports and paths are those of this machine. */
enum Proxy {
    NGINX("nginx") {
        @Override
        String around(String documented, Path folder) {
            // What stands outside of http { … } and the folders of Debian's package, which only root may use.
            return """
                    user root;
                    worker_processes 1;
                    pid %1$s/nginx.pid;
                    events {}
                    http {
                        access_log %1$s/others.log;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                        %2$s
                    }
                    """
                    .formatted(folder, documented);
        }

        @Override
        List<String> command(Path folder, Path config) {
            return List.of(
                    "nginx",
                    "-p",
                    folder.toString(),
                    "-e",
                    folder + "/start.log",
                    "-g",
                    "daemon off;",
                    "-c",
                    config.toString());
        }
    },
    APACHE("apache") {
        @Override
        String around(String documented, Path folder) {
            return apache(
                    documented.replaceFirst("<VirtualHost \\*:443>", "<VirtualHost *>"),
                    folder,
                    "ssl",
                    "http2",
                    "setenvif");
        }

        @Override
        List<String> command(Path folder, Path config) {
            return List.of("apache2", "-D", "FOREGROUND", "-f", config.toString());
        }
    },
    HAPROXY("haproxy") {
        @Override
        String around(String documented, Path folder) {
            return documented;
        }

        @Override
        List<String> command(Path folder, Path config) {
            return List.of("haproxy", "-db", "-f", config.toString());
        }
    },
    CADDY("caddy") {
        @Override
        String around(String documented, Path folder) {
            // Without the listeners on 80 and 2019 that a test must not take.
            return documented.replaceFirst(
                    "\\{\n", "{\n    admin off\n    auto_https disable_redirects\n    default_bind 127.0.0.1\n");
        }

        @Override
        List<String> command(Path folder, Path config) {
            return List.of("caddy", "run", "--adapter", "caddyfile", "--config", config.toString());
        }
    };

    private final String language;

    Proxy(String language) {
        this.language = language;
    }

    /** HAProxy is not told where to. */
    boolean logsRequests() {
        return this != HAPROXY;
    }

    abstract String around(String documented, Path folder);

    abstract List<String> command(Path folder, Path config);

    /** What stands around a virtual host of Apache in Debian's package, on a port that the host is to have. */
    static String apache(String host, Path folder, String... more) {
        StringBuilder modules = new StringBuilder();
        for (String name : more) {
            modules.append("LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so\n".formatted(name));
        }
        return """
                ServerRoot %1$s
                ServerName localhost
                PidFile %1$s/apache.pid
                DefaultRuntimeDir %1$s
                ErrorLog %1$s/start.log
                LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
                LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
                %2$s
                Listen 127.0.0.1:@PORT@
                %3$s
                """
                .formatted(folder, modules, host);
    }

    boolean installed() {
        return installed(language.equals("apache") ? "apache2" : language);
    }

    static boolean installed(String name) {
        return List.of("/usr/bin/" + name, "/usr/sbin/" + name, "/usr/local/bin/" + name).stream()
                .anyMatch(program -> Files.isExecutable(Path.of(program)));
    }

    /** Starts it on a port of this machine in front of a server; what it logs goes into the folder. */
    Process start(Path folder, int port, int server) throws IOException {
        String documented = documented(language)
                .replace(
                        "werkraum.example {",
                        "localhost:" + port + " {\n    tls " + folder + "/fullchain.pem " + folder + "/privkey.pem")
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("bind :443", "bind 127.0.0.1:" + port)
                .replace("werkraum.example", "localhost")
                .replace("127.0.0.1:8080", "127.0.0.1:" + server)
                .replace("/var/log/nginx/", folder + "/")
                .replace("/var/log/apache2/", folder + "/")
                .replace("/etc/ssl/werkraum/", folder + "/");
        Path config = Files.writeString(
                folder.resolve(language + ".conf"), around(documented, folder).replace("@PORT@", String.valueOf(port)));
        ProcessBuilder builder = new ProcessBuilder(command(folder, config))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(language + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("XDG_DATA_HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.toString());
        return builder.start();
    }

    /** The block of a proxy's language. */
    static String documented(String language) throws IOException {
        String page = Files.readString(Path.of("src", "docs", "OPERATIONS.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        if (!block.find()) {
            throw new IOException("OPERATIONS has no configuration for " + language);
        }
        return block.group(1);
    }
}
