package de.werkraum.support;

import de.werkraum.Config;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** The limits of a server as shipped, but for some by name: a test need not fill 32 MiB or wait for 75 s. */
public final class TestLimits {
    private TestLimits() {}

    /**
     * The limits as shipped but for these.
     *
     * @param changes names of limits, those of connections too, and their values
     */
    public static Config.Limits with(Map<String, Integer> changes) {
        return change(Config.Limits.standard(), changes);
    }

    private static <R extends Record> R change(R record, Map<String, Integer> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object value = components[i].getAccessor().invoke(record);
                values[i] = value instanceof Record part
                        ? change(part, changes)
                        : changes.getOrDefault(components[i].getName(), (Integer) value);
            }
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
