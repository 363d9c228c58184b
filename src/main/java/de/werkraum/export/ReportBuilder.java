package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says once what all documents then show. */
final class ReportBuilder {
    /** Of the sections below the title. */
    static final int LEVEL = 2;

    private static final Map<String, Bilingual> META = meta();

    /** Ids of built-in templates: their titles are told instead, and plans made from these have no other's words in them. */
    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9-]+");

    private final ExportInput input;
    private final String language;

    private ReportBuilder(ExportInput input) {
        this.input = input;
        this.language = input.language();
    }

    static Report of(ExportInput input) {
        return new ReportBuilder(input).report();
    }

    private Report report() {
        var steps = new StepParts(input);
        var sections = new ArrayList<Section>();
        Contents contents = input.contents();
        var protocol = new ProtocolParts(input, contents.plan() ? LEVEL + 1 : LEVEL);
        if (contents.protocol() && contents.plan()) {
            var parts = new ArrayList<Part>();
            parts.add(new Report.Facts(protocol.facts()));
            protocol.sections().forEach(section -> parts.add(new Report.Sub(section)));
            add(sections, "protocol", ProtocolWords.PROTOCOL, parts);
        } else if (contents.protocol()) {
            sections.addAll(protocol.sections());
        }
        if (contents.plan()) {
            plan(sections, steps);
        }
        RichText minutes = Structured.of(input.plan().minutes(), LEVEL);
        if (contents.minutes() && !minutes.isEmpty()) {
            Bilingual heading = contents.protocol() ? ProtocolWords.NOTES : Words.MINUTES;
            add(sections, "minutes", heading, List.of(new Report.Rich(minutes)));
        }
        add(sections, "people", Words.PEOPLE, new PeopleParts(input.people(), contents, language).parts());
        return new Report(
                input.room(),
                input.heading(),
                language,
                input.version(),
                input.at(),
                input.zone(),
                contents.plan() ? facts() : protocolFacts(protocol),
                List.copyOf(sections),
                contents.plan() ? steps.dates() : ProtocolParts.dates(steps.dates()),
                contents.days(),
                contents.plan() ? steps.overview() : Report.Grid.EMPTY,
                contents.plan() ? new PollTable(input).grid() : Report.Grid.EMPTY);
    }

    private List<Fact> protocolFacts(ProtocolParts protocol) {
        var facts = new ArrayList<Fact>(protocol.facts());
        facts.addAll(facts());
        return List.copyOf(facts);
    }

    private void plan(List<Section> sections, StepParts steps) {
        String goal = Clean.text(input.plan().goal());
        add(sections, "goal", Words.GOAL, goal.isBlank() ? List.of() : List.of(new Report.Rich(RichText.plain(goal))));
        if (input.plan().steps().size() > 1) {
            add(sections, "overview", Words.OVERVIEW, List.of(steps.brief()));
        }
        add(sections, "steps", Words.STEPS, steps.sections());
        if (input.contents().polls()) {
            var polls = new ArrayList<Part>();
            input.polls().forEach(poll -> polls.add(new Report.Sub(new PollParts(poll, input).section())));
            add(sections, "polls", Words.POLLS, polls);
        }
    }

    private void add(List<Section> sections, String id, Bilingual heading, List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Section(id, heading.in(language), LEVEL, false, List.copyOf(parts)));
        }
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        META.forEach((key, name) -> {
            Object value = input.plan().meta().get(key);
            String text = value == null ? "" : Clean.line(value.toString());
            boolean fromTemplate =
                    key.equals("origin") && TEMPLATE.matcher(text).matches();
            if (!text.isEmpty() && !fromTemplate) {
                facts.add(new Fact(name.in(language), new Report.Words(text)));
            }
        });
        Bilingual template = input.template();
        if (template != null) {
            facts.add(new Fact(Words.TEMPLATE.in(language), new Report.Words(template.in(language))));
        }
        String at = Days.moment(input.at(), input.zone(), language);
        facts.add(new Fact(Words.AS_OF.in(language), new Report.Words(at)));
        if (input.version() > 0) {
            facts.add(new Fact(Words.VERSION.in(language), new Report.Words(String.valueOf(input.version()))));
        }
        if (input.namesAuthor()) {
            facts.add(new Fact(Words.EXPORTED_BY.in(language), new Report.Words(Clean.line(input.by()))));
        }
        return List.copyOf(facts);
    }

    /** Of what is known of a plan, what documents say. */
    static Map<String, Object> facts(Map<String, Object> meta) {
        var facts = new LinkedHashMap<>(meta);
        facts.keySet().retainAll(META.keySet());
        return facts;
    }

    /** A step's title, or what stands for one. */
    static String title(Step step, String language) {
        String title = Clean.line(step.title());
        return title.isEmpty() ? Words.UNTITLED.in(language) : title;
    }

    private static Map<String, Bilingual> meta() {
        var meta = new LinkedHashMap<String, Bilingual>();
        meta.put("authority", Words.AUTHORITY);
        meta.put("level", Words.LEVEL);
        meta.put("field", Words.FIELD);
        meta.put("serviceKey", Words.SERVICE_KEY);
        meta.put("reuseModel", Words.REUSE_MODEL);
        meta.put("maturityNow", Words.MATURITY_NOW);
        meta.put("maturityGoal", Words.MATURITY_GOAL);
        meta.put("origin", Words.ORIGIN);
        return meta;
    }
}
