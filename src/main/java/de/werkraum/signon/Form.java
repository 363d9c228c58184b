package de.werkraum.signon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as forms and addresses have them ({@code application/x-www-form-urlencoded}). */
final class Form {
    private Form() {}

    static String of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The address with these as query, beside those it has. */
    static String query(URI address, Map<String, String> fields) {
        return address + (address.getRawQuery() == null ? "?" : "&") + of(fields);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
