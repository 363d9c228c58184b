package de.werkraum.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GoodbyeTest {
    @Test
    @Tag("C-12")
    void whoSendsWhatCannotBeTakenIsHeldBackAndNobodyElse() {
        Set<Integer> refusing = Arrays.stream(Goodbye.values())
                .map(Goodbye::code)
                .filter(Goodbye::refuses)
                .collect(Collectors.toSet());
        assertEquals(Set.of(1007, 4400, 4409, 4413), refusing);
    }
}
