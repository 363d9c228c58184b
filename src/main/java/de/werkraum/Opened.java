package de.werkraum;

import de.werkraum.access.AccountIds;
import de.werkraum.access.KeyCheck;
import de.werkraum.access.OrganiserKey;
import de.werkraum.access.Secrets;
import de.werkraum.access.Tokens;
import de.werkraum.signon.Registration;
import de.werkraum.signon.SignOn;
import de.werkraum.store.Stores;
import de.werkraum.web.Doors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The ways into a server.
 *
 * @param key the organiser's key where it is to be told
 */
record Opened(Doors doors, Secrets secrets, @Nullable String key) {
    private static final String TOKEN_SECRET = "tokenSecret";
    private static final String ACCOUNT_SECRET = "accountSecret";
    private static final String ORGANISER_KEY = "organiserKey";
    private static final int SECRET_BYTES = 48;

    /** The key, unless it is off, and signing on, where there is a provider. */
    static Future<Opened> by(Vertx vertx, Config config, Stores stores) {
        // Where the key is off none is made either: nobody would be told it, and nobody have one once it is on.
        Future<@Nullable Organiser> given = config.keyOff()
                ? Future.succeededFuture()
                : organiser(vertx, config, stores).map(found -> found);
        return Future.all(secret(stores, TOKEN_SECRET), secret(stores, ACCOUNT_SECRET), given)
                .map(made -> {
                    Organiser organiser = given.result();
                    OrganiserKey key = organiser == null ? null : organiser.key();
                    String known = organiser == null ? null : organiser.known();
                    Registration registration = config.signOn();
                    SignOn signOn = registration == null
                            ? null
                            : new SignOn(vertx, registration, new AccountIds(made.resultAt(1)), config.limits());
                    if (signOn != null) {
                        signOn.look();
                    }
                    Tokens.Ways ways = new Tokens.Ways(key, registration == null ? null : registration.mark());
                    Doors doors = new Doors(
                            new Tokens(vertx, made.resultAt(0), ways),
                            key == null ? null : new KeyCheck(vertx, key, known),
                            signOn);
                    Secrets secrets = new Secrets(made.resultAt(0));
                    return new Opened(doors, secrets, organiser != null && organiser.generated() ? known : null);
                });
    }

    /** A secret made once and shared through the database. */
    private static Future<byte[]> secret(Stores stores, String name) {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        return stores.settings()
                .keep(name, Base64.getEncoder().encodeToString(fresh))
                .map(Base64.getDecoder()::decode);
    }

    /** @param known the key itself: the operator's, or one made on this start; null where only its hash is kept */
    private record Organiser(OrganiserKey key, @Nullable String known, boolean generated) {}

    /** The operator's key if there is one; else the one kept; else a new one, told once. Its hash is kept, so that tokens outlive a restart. */
    private static Future<Organiser> organiser(Vertx vertx, Config config, Stores stores) {
        String given = config.organiserKey();
        return stores.settings()
                .get(ORGANISER_KEY)
                .map(stored -> stored.map(OrganiserKey::new))
                .compose(stored -> {
                    if (given == null && stored.isPresent()) {
                        return Future.succeededFuture(new Organiser(stored.get(), null, false));
                    }
                    String known = given == null ? OrganiserKey.generate() : given;
                    return vertx.executeBlocking(() ->
                                    stored.filter(key -> key.matches(known)).orElseGet(() -> OrganiserKey.of(known)))
                            .compose(key -> stores.settings()
                                    .put(ORGANISER_KEY, key.stored())
                                    .map(new Organiser(key, known, given == null)));
                });
    }
}
