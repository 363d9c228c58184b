package de.werkraum.support;

import de.werkraum.Limits;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The limits of a server as shipped, but for some by name: a test need not fill 32 MiB or wait for 75 s. */
public final class TestLimits {
    private TestLimits() {}

    /**
     * The limits as shipped but for these.
     *
     * @param changes names of limits, of whatever subject, and their values
     * @throws IllegalArgumentException if there is no limit of such a name, or more than one
     */
    public static Limits with(Map<String, Integer> changes) {
        Set<String> met = new HashSet<>();
        Limits limits = change(Limits.standard(), changes, met);
        if (!met.containsAll(changes.keySet())) {
            throw new IllegalArgumentException("No such limit among " + changes.keySet());
        }
        return limits;
    }

    private static <R extends Record> R change(R record, Map<String, Integer> changes, Set<String> met) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object value = components[i].getAccessor().invoke(record);
                values[i] = value instanceof Record part
                        ? change(part, changes, met)
                        : number(components[i].getName(), (Integer) value, changes, met);
            }
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Integer number(String name, Integer shipped, Map<String, Integer> changes, Set<String> met) {
        if (!met.add(name)) {
            throw new IllegalArgumentException("More than one limit " + name);
        }
        return changes.getOrDefault(name, shipped);
    }
}
