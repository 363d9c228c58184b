package de.werkraum.packages;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of licences as a jar serves it.
 *
 * @param rows by what a thing is called, its licences as they are shown
 */
record Licensed(String page, Map<String, Set<String>> rows) {
    private static final Pattern ROW = Pattern.compile("<tr data-name=\"([^\"]+)\">.*<td>(.*)</td></tr>");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final String PATH = "/licences.html";

    static Licensed in(JarFile jar) throws IOException {
        String file = new ObjectMapper()
                .readTree(bytes(jar, "pages/pages.json"))
                .get(PATH)
                .get("file")
                .asText();
        String page = new String(bytes(jar, "pages/files/" + file), StandardCharsets.UTF_8);
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.put(
                    row.group(1),
                    Set.of(TAG.matcher(row.group(2)).replaceAll("").split(", ", -1)));
        }
        return new Licensed(page, rows);
    }

    /** What the jar's parts say that they are, as {@code group:name}. */
    static Set<String> parts(JarFile jar) {
        Pattern properties = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
        return jar.stream()
                .map(entry -> properties.matcher(entry.getName()))
                .filter(Matcher::matches)
                .map(found -> found.group(1) + ":" + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] bytes(JarFile jar, String name) throws IOException {
        try (InputStream stream = jar.getInputStream(jar.getJarEntry(name))) {
            return stream.readAllBytes();
        }
    }
}
