package de.werkraum;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.Set;

/** Who may know whom. */
@AnalyzeClasses(packages = "de.werkraum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "de.werkraum.";
    private static final String[] CORE = {
        "de.werkraum.crdt..", "de.werkraum.sync..", "de.werkraum.rich..", "de.werkraum.plan..", "de.werkraum.voting.."
    };

    @ArchTest
    static final ArchRule VOTING_KNOWS_THE_JDK_ONLY = knows("de.werkraum.voting..", "de.werkraum.voting..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_THE_JDK_ONLY = knows("de.werkraum.crdt..", "de.werkraum.crdt..");

    @ArchTest
    static final ArchRule SYNC_KNOWS_THE_ENGINE =
            knows("de.werkraum.sync..", "de.werkraum.sync..", "de.werkraum.crdt..");

    @ArchTest
    static final ArchRule RICH_TEXT_KNOWS_THE_ENGINE_AND_MARKDOWN =
            knows("de.werkraum.rich..", "de.werkraum.rich..", "de.werkraum.crdt..", "org.commonmark..");

    @ArchTest
    static final ArchRule THE_PLAN_KNOWS_THE_ENGINE_AND_RICH_TEXT =
            knows("de.werkraum.plan..", "de.werkraum.plan..", "de.werkraum.crdt..", "de.werkraum.rich..");

    @ArchTest
    static final ArchRule A_PROBLEM_KNOWS_NOBODY = imports("problem");

    @ArchTest
    static final ArchRule PACE_KNOWS_LIMITS_ONLY = imports("pace");

    @ArchTest
    static final ArchRule ACCESS_KNOWS_NOBODY = imports("access");

    @ArchTest
    static final ArchRule SIGNING_ON_KNOWS_PEOPLE = imports("signon", "access");

    @ArchTest
    static final ArchRule STORE_KNOWS_PEOPLE = imports("store", "access", "crdt");

    @ArchTest
    static final ArchRule THE_EMBEDDED_SERVER_KNOWS_NO_STORE = noClasses()
            .that()
            .resideInAPackage(OURS + "store.embedded..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("de.werkraum..")
                    .and(not(resideInAnyPackage(OURS + "store.embedded..", OURS + "problem.."))));

    @ArchTest
    static final ArchRule WIRE_KNOWS_NO_ROOM = imports("wire", "pace", "sync", "crdt", "store", "access", "metrics");

    @ArchTest
    static final ArchRule THE_JOURNAL_KNOWS_NO_ROOM =
            imports("journal", "wire", "pace", "crdt", "store", "access", "metrics");

    @ArchTest
    static final ArchRule POLLS_KNOW_NO_ROOM =
            imports("poll", "wire", "pace", "voting", "crdt", "store", "access", "metrics");

    @ArchTest
    static final ArchRule CARDS_KNOW_NO_ROOM = imports("card", "wire", "pace", "plan", "crdt", "store", "access");

    @ArchTest
    static final ArchRule A_ROOM_COMPOSES = imports(
            "room", "poll", "card", "journal", "wire", "pace", "sync", "plan", "crdt", "store", "access", "metrics");

    @ArchTest
    static final ArchRule A_CLUSTER_KNOWS_NOBODY = imports("cluster");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_HAZELCAST = noClasses()
            .that()
            .haveNameNotMatching("de\\.werkraum\\.cluster\\.HazelcastCluster(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster..");

    @ArchTest
    static final ArchRule A_BRIDGE_KNOWS_ROOMS =
            imports("bridge", "cluster", "room", "wire", "pace", "sync", "crdt", "store", "access", "metrics");

    @ArchTest
    static final ArchRule A_PROGRAMME_KNOWS_FILES_AND_SESSIONS = imports("programme", "imports", "plan", "store");

    @ArchTest
    static final ArchRule AN_EVENT_KNOWS_ROOMS_AND_DOCUMENTS =
            imports("event", "room", "export", "plan", "rich", "voting", "crdt", "store", "access", "wire", "pace");

    @ArchTest
    static final ArchRule A_PRESS_KNOWS_DOCUMENTS_ONLY = imports("press", "export", "pace");

    @ArchTest
    static final ArchRule THE_HAND_OVER_KNOWS_TASKS_ONLY = imports("handover", "export", "outside");

    @ArchTest
    static final ArchRule HOOKS_KNOW_ACTS_ONLY = imports("hook", "outside", "store", "access", "metrics");

    @ArchTest
    static final ArchRule THE_OUTSIDE_KNOWS_NOBODY = imports("outside");

    @ArchTest
    static final ArchRule PARTS_OF_A_ROOM_FORM_NO_RINGS = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    Set<String> areas = Set.of("room", "poll", "card", "journal", "wire", "pace");
                    return areas.contains(area(type.getPackageName()))
                            ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "classes of a room and what it is made of";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("de.werkraum.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STORE_BELOW_ROOM = noClasses()
            .that()
            .resideInAPackage("de.werkraum.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.werkraum.room..", "de.werkraum.web..", "de.werkraum.export..");

    @ArchTest
    static final ArchRule ROOM_BELOW_WEB = noClasses()
            .that()
            .resideInAnyPackage("de.werkraum.room..", "de.werkraum.export..", "de.werkraum.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.werkraum.web..");

    @ArchTest
    static final ArchRule ONLY_PROCESSES_READ_THE_ENVIRONMENT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("de.werkraum.Main")
            .and()
            .doNotHaveFullyQualifiedName("de.werkraum.Printer")
            .and()
            .doNotHaveFullyQualifiedName("de.werkraum.Config")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethodWhere(describe("time is given, not asked for", ArchitectureTest::asksTheTime));

    @ArchTest
    static final ArchRule THE_CORE_DOES_NO_IO = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..", "io.vertx.."));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    /** Of ours, a package imports those named, refusals and the limits. */
    private static ArchRule imports(String who, String... whom) {
        Set<String> known = new HashSet<>(Set.of(whom));
        known.add(who);
        known.add("problem");
        return classes()
                .that()
                .resideInAPackage(OURS + who + "..")
                .should()
                .onlyDependOnClassesThat(describe("are its own or of " + String.join(", ", whom), type -> {
                    String name = type.getBaseComponentType().getPackageName();
                    boolean limits = type.getName().matches("de\\.werkraum\\.Limits(\\$.*)?");
                    return !name.startsWith("de.werkraum") || limits || known.contains(area(name));
                }));
    }

    /** The package right below ours. */
    private static String area(String name) {
        String inner = name.substring(Math.min(name.length(), OURS.length()));
        return inner.contains(".") ? inner.substring(0, inner.indexOf('.')) : inner;
    }

    private static ArchRule knows(String who, String... whom) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(whom)
                .or(resideInAnyPackage("java..", "org.jspecify.annotations.."))
                .or(describe("arrays and primitives", type -> type.isPrimitive() || type.isArray()));
        return classes().that().resideInAPackage(who).should().onlyDependOnClassesThat(known);
    }

    private static boolean asksTheTime(JavaCall<?> call) {
        AccessTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean clock = owner.startsWith("java.time.") && target.getName().equals("now");
        boolean ticks = Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
        return clock || (ticks && owner.equals("java.lang.System"));
    }
}
