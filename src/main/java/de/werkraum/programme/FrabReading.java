package de.werkraum.programme;

import de.werkraum.imports.Unreadable;
import de.werkraum.imports.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The schedule XML that frab began and that pretalx and others write: {@code schedule/day/room/event}. */
final class FrabReading {
    private FrabReading() {}

    static List<Raw> read(byte[] file) {
        var sessions = new ArrayList<Raw>();
        Xml.read(file, xml -> {
            if (!Xml.next(xml) || !xml.getLocalName().equals("schedule")) {
                throw Unreadable.format(
                        "Dieses XML ist kein Programm, wie frab und pretalx es schreiben (schedule.xml).",
                        "This XML is no programme as frab and pretalx write it (schedule.xml).");
            }
            String day = "";
            String room = "";
            while (Xml.next(xml)) {
                switch (xml.getLocalName()) {
                    case "day" -> day = named(xml, "date");
                    case "room" -> room = named(xml, "name");
                    case "event" -> sessions.add(event(xml, day, room));
                    default -> {}
                }
            }
        });
        return sessions;
    }

    private static Raw event(XMLStreamReader xml, String day, String room) throws XMLStreamException {
        Map<String, String> keys = Map.of("guid", named(xml, "guid"), "id", named(xml, "id"));
        Map<String, String> texts = new HashMap<>();
        var persons = new ArrayList<String>();
        while (Xml.child(xml)) {
            String name = xml.getLocalName();
            if (name.equals("persons")) {
                while (Xml.child(xml)) {
                    persons.add(Xml.text(xml));
                }
            } else {
                texts.put(name, Xml.text(xml));
            }
        }
        texts.putAll(keys);
        return Raw.announced(name -> texts.getOrDefault(name, ""), day, room, persons);
    }

    private static String named(XMLStreamReader xml, String attribute) {
        @Nullable String value = Xml.attribute(xml, attribute);
        return value == null ? "" : value;
    }
}
