package de.werkraum.web;

import de.werkraum.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** TLS by the operator's PEM files. Renewed ones are taken without a restart: open connections keep theirs. On the server's event loop only. */
final class Certificates {
    private static final Logger LOG = Logger.getLogger(Certificates.class.getName());

    private final Vertx vertx;
    private final Config.Tls tls;
    private long changedAt;

    Certificates(Vertx vertx, Config.Tls tls) {
        this.vertx = vertx;
        this.tls = tls;
    }

    /** HTTP/2 and HTTP/1.1, which WebSockets need, over TLS 1.2 and 1.3. */
    void set(HttpServerOptions options) {
        options.setSsl(true).setUseAlpn(true).setKeyCertOptions(files());
    }

    private PemKeyCertOptions files() {
        return new PemKeyCertOptions()
                .setCertPath(tls.certificates().toString())
                .setKeyPath(tls.key().toString());
    }

    /** Looks now and then whether the files have changed. */
    void watch(HttpServer server, int seconds) {
        changed().onSuccess(at -> changedAt = at);
        vertx.setPeriodic(TimeUnit.SECONDS.toMillis(seconds), timer -> changed().onSuccess(at -> renew(server, at)));
    }

    /** When the younger of the two files was written. */
    private Future<Long> changed() {
        return vertx.fileSystem().props(tls.certificates().toString()).compose(certificate -> vertx.fileSystem()
                .props(tls.key().toString())
                .map(key -> Math.max(certificate.lastModifiedTime(), key.lastModifiedTime())));
    }

    private void renew(HttpServer server, long at) {
        if (at != changedAt) {
            changedAt = at;
            server.updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(files()), true)
                    .onSuccess(taken -> LOG.info("The TLS certificate was renewed."))
                    .onFailure(failure -> {
                        // Perhaps only one of the two files is the new one: tried again at the next look.
                        changedAt = 0;
                        LOG.log(Level.WARNING, "The renewed TLS certificate can''t be used: {0}", failure.toString());
                    });
        }
    }
}
