package de.werkraum.signon;

/**
 * A sign-on that begins. The browser keeps it until the provider sends it back.
 *
 * @param url where it goes at the provider
 * @param state what must come back with it
 * @param nonce what the ID token must hold
 * @param verifier what proves that the code was given to this browser (PKCE, RFC 7636)
 * @param issuer what must come back as {@code iss}
 * @param issuerComes whether that must come at all
 */
public record Begun(String url, String state, String nonce, String verifier, String issuer, boolean issuerComes) {}
