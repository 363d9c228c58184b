package de.werkraum.event;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.export.Contents;
import de.werkraum.export.ExportInput;
import de.werkraum.export.PollOutcome;
import de.werkraum.export.Unread;
import de.werkraum.plan.Minutes;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Templates;
import de.werkraum.room.Plans;
import de.werkraum.store.AuditStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What documents are made of. */
public final class Material {
    private final Stores stores;
    private final Plans plans;
    private final Templates templates;
    private final Clock clock;

    /** Reads of these. */
    public Material(Stores stores, Plans plans, Templates templates, Clock clock) {
        this.stores = stores;
        this.plans = plans;
        this.templates = templates;
        this.clock = clock;
    }

    /** All of a room that a document may hold. */
    public Future<ExportInput> of(Member by, StoredRoom room, Contents contents) {
        return of(by.name(), room, contents);
    }

    /** The same for a document that says it was made by somebody of that name; blank where it is not to say so. */
    public Future<ExportInput> of(String by, StoredRoom room, Contents contents) {
        return plans.read(room.id()).compose(at -> rest(by, room, contents, at.version())
                .map(rest -> rest.of(at.plan(), templates.titles())));
    }

    /** The same before the plan is read. */
    public Future<Unread> unread(Member by, StoredRoom room, Contents contents) {
        return plans.copy(room.id()).compose(copy -> rest(by.name(), room, contents, copy.version())
                .map(rest -> new Unread(copy.updates(), templates.titles(), rest)));
    }

    private Future<ExportInput> rest(String by, StoredRoom room, Contents contents, long version) {
        UUID id = room.id();
        return plans.publicPolls(id).compose(polls -> stores.members().list(id).compose(members -> stores.audit()
                .phases(id)
                .map(phases -> new ExportInput(
                        id.toString(),
                        room.title(),
                        room.language(),
                        Plan.EMPTY,
                        null,
                        outcomes(polls),
                        people(members),
                        phases(phases),
                        contents,
                        version,
                        by,
                        Minutes.ZONE,
                        clock.instant()))));
    }

    private static List<ExportInput.Phase> phases(List<AuditStore.Begun> begun) {
        return begun.stream()
                .map(phase -> new ExportInput.Phase(phase.at(), phase.phase()))
                .toList();
    }

    private static List<PollOutcome> outcomes(JsonArray polls) {
        List<PollOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < polls.size(); i++) {
            outcomes.add(PollOutcome.of(Trees.plain(polls.getJsonObject(i))));
        }
        return outcomes;
    }

    /** Those who could write; screens are nobody. */
    static List<ExportInput.Person> people(List<Member> members) {
        return members.stream()
                .filter(member -> member.role() != Role.VIEWER)
                .map(member -> new ExportInput.Person(
                        member.name(),
                        member.organisation() == null ? "" : member.organisation(),
                        member.role().moderates()))
                .toList();
    }
}
