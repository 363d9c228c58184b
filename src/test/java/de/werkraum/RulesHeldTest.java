package de.werkraum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each rule of SPEC is named by a test that holds it: by tag or display name, in JavaScript by the test's title. */
class RulesHeldTest {
    /** Sections whose rules must all be named. */
    private static final Set<String> HELD =
            Set.of("J", "F", "G", "K", "D", "S", "C", "N", "Y", "B", "V", "Q", "HK", "EK", "CF", "ID", "PL");

    private static final Pattern RULE = Pattern.compile("\\*\\*([A-Z]{1,2}-\\d+)\\*\\*");
    private static final Pattern ID = Pattern.compile("\\b[A-Z]{1,2}-\\d+\\b");
    private static final Pattern JAVA_NAME = Pattern.compile("@(?:Tag|DisplayName)\\(\\s*\"([^\"]*)\"");
    private static final Pattern SCRIPT_NAME = Pattern.compile("\\btest\\('((?:[^'\\\\]|\\\\.)*)'");

    @Test
    void everyRuleIsNamedByATest() throws IOException {
        Set<String> missing = rules();
        missing.removeIf(rule -> !HELD.contains(rule.substring(0, rule.indexOf('-'))));
        assertTrue(missing.size() > 100, "SPEC was read");
        missing.removeAll(named());
        assertEquals(Set.of(), missing, "rules that no test names");
    }

    @Test
    void noTestNamesARuleThatDoesNotExist() throws IOException {
        Set<String> unknown = named();
        unknown.removeAll(rules());
        assertEquals(Set.of(), unknown, "rules that SPEC doesn't have");
    }

    @Test
    @Tag("V-15")
    void whereElectionsThatBindAreSpokenOfNoFitnessIsClaimed() throws IOException {
        for (String document : List.of("VOTING", "SECRECY", "OPERATIONS")) {
            String text = Files.readString(Path.of("src/docs/" + document + ".md"));
            Matcher said =
                    Pattern.compile("[^.]*legally binding elections[^.]*\\.").matcher(text);
            assertTrue(said.find(), document);
            assertTrue(said.group().matches("(?s).*\\b(no|[Nn]ot)\\b.*"), said.group());
        }
    }

    private static Set<String> rules() throws IOException {
        Set<String> rules = new TreeSet<>();
        Matcher rule = RULE.matcher(Files.readString(Path.of("src/docs/SPEC.md")));
        while (rule.find()) {
            assertTrue(rules.add(rule.group(1)), rule.group(1) + " is one rule");
        }
        return rules;
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        collect(Path.of("src/test/java"), ".java", JAVA_NAME, named);
        collect(Path.of("src/test/js/wire"), ".js", SCRIPT_NAME, named);
        return named;
    }

    private static void collect(Path folder, String ending, Pattern name, Set<String> ids) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(ending)).toList();
        }
        for (Path file : files) {
            Matcher test = name.matcher(Files.readString(file));
            while (test.find()) {
                Matcher id = ID.matcher(test.group(1));
                while (id.find()) {
                    ids.add(id.group());
                }
            }
        }
    }
}
