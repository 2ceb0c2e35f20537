package org.durumi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseAccess;
import org.durumi.vault.RowsOfCases;
import org.durumi.vault.Vault;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the map of docs/architecture.md: which package may import which, and the rules that keep data and people safe. */
class ArchitectureTest {
    private static final String ROOT = "org.durumi.";

    private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        allow("kernel");
        allow("jdbc");
        allow("mac");
        allow("route", "kernel");
        allow("identity", "kernel", "jdbc", "mac");
        allow("accesslog", "kernel", "jdbc", "mac", "identity");
        allow("vault", "kernel", "jdbc", "mac", "identity", "accesslog");
        allow("approval", "kernel", "jdbc", "mac", "identity", "accesslog", "vault");
        allow("settings", "kernel", "jdbc", "mac", "identity", "accesslog", "vault");
        allow("stances", "kernel", "jdbc", "mac", "route", "identity", "accesslog");
        allow(
                "cases",
                "kernel",
                "jdbc",
                "mac",
                "route",
                "identity",
                "accesslog",
                "vault",
                "approval",
                "settings",
                "stances");
        allow("mail", "kernel", "jdbc", "mac", "identity", "accesslog", "vault");
        allow("desk", "kernel", "jdbc", "mac", "identity", "accesslog", "vault", "settings");
        allow("bell", "kernel", "jdbc", "identity");
        after("cases", "links");
        after("cases", "drafts");
        after("links", "circumstances");
        after("links", "people");
        after("links", "evidence");
        after("links", "work", "drafts");
        after("cases", "files");
        after("links", "costs", "circumstances");
        after("links", "risk", "circumstances", "evidence", "work", "costs");
        // «jte» is the interface to the templates, which the build makes.
        after("risk", "reports", "people", "files", "drafts", "jte");
        after("risk", "statistics");
        after("risk", "requests");
        after("reports", "web", "statistics", "mail", "bell", "desk", "requests");
        allow("staff", "kernel", "jdbc", "mac", "identity", "accesslog", "vault");
        allow("platform", "kernel", "identity", "accesslog", "vault", "work");
        after("web", "demo", "platform");
        allow("setup");
        allow("launcher", "setup");
        allow("starter");
        allow("build");
        allow("verifier");
    }

    private static void allow(String name, String... others) {
        MAY_IMPORT.put(name, Set.of(others));
    }

    /** May import what another package may import, that package itself, and some more. */
    private static void after(String other, String name, String... more) {
        Set<String> all = Stream.of(MAY_IMPORT.get(other).stream(), Stream.of(other), Stream.of(more))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        MAY_IMPORT.put(name, all);
    }

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(
                    location -> !location.matches(java.util.regex.Pattern.compile(".*/(_\\w+|\\w+_)\\.class")))
            .withImportOption(location -> !location.contains("/org/durumi/jte/"))
            .importLocations(everythingOfOurs());

    /** The same with the templates; without the list of them, which the build makes and which names everything. */
    private static final JavaClasses WITH_TEMPLATES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.matches(
                    java.util.regex.Pattern.compile(".*/org/durumi/jte/\\w*Templates(\\$.*)?\\.class")))
            .importPackages("org.durumi");

    /** The classes of the application, and of the tools as the build compiles them, apart from it. */
    private static Set<Location> everythingOfOurs() {
        return Stream.concat(
                        Locations.ofPackage("org.durumi").stream(), Stream.of(Location.of(Path.of("target/tools"))))
                .collect(Collectors.toSet());
    }

    /** The room of the web to which a class or a template belongs; the parts that every page uses are of «support». */
    private static final SliceAssignment ROOMS_OF_THE_WEB = new SliceAssignment() {
        private static final Set<String> SHARED = Set.of("parts", "layout", "errors");
        private static final Map<String, String> HOME = Map.of("erasure", "vault", "unlock", "vault");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] names = type.getPackageName().split("\\.");
            if (names.length < 4 || !Set.of("web", "jte").contains(names[2])) {
                return SliceIdentifier.ignore();
            }
            String room = names[3];
            return SliceIdentifier.of(SHARED.contains(room) ? "support" : HOME.getOrDefault(room, room));
        }

        @Override
        public String getDescription() {
            return "rooms of the web with their templates";
        }
    };

    @Test
    void each_package_imports_only_what_the_map_allows() {
        MAY_IMPORT.forEach((name, allowed) -> {
            String[] inside = Stream.concat(Stream.of(name), allowed.stream())
                    .map(each -> ROOT + each + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(ROOT + name + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.durumi..").and(not(resideInAnyPackage(inside))))
                    .allowEmptyShould(true)
                    .because("docs/architecture.md allows " + name + " only " + allowed)
                    .check(ALL);
        });
    }

    @Test
    void every_package_has_its_place_on_the_map() {
        Set<String> found = ALL.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toSet());

        assertTrue(MAY_IMPORT.keySet().containsAll(found), () -> "not on the map: " + found);
    }

    @Test
    void every_package_says_what_may_be_null() {
        Set<String> silent = ALL.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertEquals(Set.of(), silent, "without @NullMarked in its package-info the compiler proves nothing of it");
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("org.durumi.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void nobody_knows_who_signs_people_in() {
        noClasses()
                .that(not(resideInAPackage(ROOT + "identity.keycloak..")))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "identity.keycloak.."))
                .because("another identity provider touches no page, no form and no session of ours")
                .check(WITH_TEMPLATES);
        slices().matching("org.durumi.identity.(*)..").should().beFreeOfCycles().check(ALL);
        noClasses()
                .that(resideInAPackage("org.durumi.identity"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.durumi.identity.*.."))
                .because("who acts is asked everywhere, also where nobody has a session")
                .check(ALL);
    }

    @Test
    void rooms_of_the_web_are_free_of_cycles_templates_included() {
        slices().assignedFrom(ROOMS_OF_THE_WEB).should().beFreeOfCycles().check(WITH_TEMPLATES);
    }

    @Test
    void the_frame_of_a_case_knows_no_feature() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "web.frame..", ROOT + "jte.frame.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.durumi..")
                        .and(not(resideInAnyPackage(
                                ROOT + "kernel..",
                                ROOT + "route..",
                                ROOT + "identity..",
                                ROOT + "accesslog..",
                                ROOT + "cases..",
                                ROOT + "web.support..",
                                ROOT + "web.frame..",
                                ROOT + "jte",
                                ROOT + "jte.frame..",
                                ROOT + "jte.layout..",
                                ROOT + "jte.parts.."))))
                .because("a new feature brings its parts of a case and changes no page of another")
                .check(WITH_TEMPLATES);
    }

    @Test
    void templates_see_no_names_but_those_of_people() {
        noClasses()
                .that(resideInAPackage(ROOT + "jte..").and(not(resideInAnyPackage(ROOT + "jte.people.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "people..", ROOT + "web.people.."))
                .because("whoever imports people can see names")
                .check(WITH_TEMPLATES);
    }

    @Test
    void templates_touch_no_database_and_no_key() {
        noClasses()
                .that(resideInAPackage(ROOT + "jte.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..", ROOT + "platform.."))
                .because("a template draws what it was given")
                .check(WITH_TEMPLATES);
    }

    @Test
    void only_the_pages_of_people_and_the_demo_may_see_names() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "people..", ROOT + "web.people..", ROOT + "demo..")))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "people.."))
                .because("whoever imports people can see names")
                .check(ALL);
    }

    @Test
    void repositories_are_package_private() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .should()
                .bePackagePrivate()
                .because("nobody reaches the database but the package that owns the rows")
                .check(ALL);
    }

    @Test
    void a_session_of_hibernate_belongs_to_one_request() {
        fields().that()
                .haveRawType(org.hibernate.StatelessSession.class)
                .or()
                .haveRawType(jakarta.persistence.EntityManagerFactory.class)
                .should()
                .beDeclaredInClassesThat(
                        new com.tngtech.archunit.base.DescribedPredicate<JavaClass>(
                                "are generated repositories, to which RequestSession hands it") {
                            @Override
                            public boolean test(JavaClass type) {
                                return type.getSimpleName().equals("RequestSession")
                                        || type.getRawInterfaces().stream()
                                                .anyMatch(each -> each.isAnnotatedWith(Repository.class));
                            }
                        })
                .because("it is not safe for threads: in a longer life rows were lost under load")
                .check(ALL);
    }

    @Test
    void what_everybody_shares_remembers_nothing_of_a_request() {
        Set<String> remembering = ALL.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationScoped.class))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.isAnnotatedWith(jakarta.inject.Inject.class)
                        && !field.isAnnotatedWith(jakarta.annotation.Resource.class)
                        && !field.isAnnotatedWith(jakarta.persistence.PersistenceUnit.class))
                .map(field -> field.getOwner().getSimpleName())
                .collect(Collectors.toSet());

        assertEquals(
                // What was set at the start: keys, settings, templates, features. The counters of requests count by
                // person; that of foreign rows is a number.
                Set.of(
                        "Assets",
                        "CaseFrame",
                        "DemoClock",
                        "DerivedKeys",
                        "DrawingProcess",
                        // Whether it tells just now.
                        "DueAccounts",
                        "FileCleaner",
                        "ForeignRows",
                        "HomeParts",
                        "PersonParts",
                        "RateLimits",
                        // When it heard last that time passes.
                        "Readiness",
                        "Bodies",
                        // How often it was woken.
                        "MailRunner",
                        // Which pages are open, by their sessions.
                        "OpenPages",
                        "PrintQueue",
                        "Timer",
                        "SessionSettings",
                        "Settings",
                        "SummaryPdf",
                        "Nodes",
                        "VaultLock"),
                remembering,
                "a shared bean that remembers shows one person what another saw; look twice before adding to this list");
    }

    @Test
    void there_is_no_delete_and_no_lifecycle_callback() {
        noMethods()
                .should()
                .beAnnotatedWith(jakarta.data.repository.Delete.class)
                .orShould()
                .beAnnotatedWith(jakarta.persistence.PrePersist.class)
                .orShould()
                .beAnnotatedWith(jakarta.persistence.PreUpdate.class)
                .because("nothing is deleted, and callbacks never fire in a StatelessSession")
                .check(ALL);
    }

    @Test
    void entities_have_no_setters_no_collections_and_hidden_fields() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate()
                .check(ALL);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(ALL);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveRawType(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("a collection") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isAssignableTo(java.util.Collection.class) || type.isAssignableTo(Map.class);
                    }
                })
                .check(ALL);
    }

    @Test
    void who_recorded_a_row_of_a_case_is_said_once() {
        fields().that()
                .haveRawType(org.durumi.kernel.Signed.class)
                .and()
                .haveName("recorded")
                .should()
                .beDeclaredIn(org.durumi.vault.CaseRow.class)
                .because("a row that somebody records in a case is a CaseRow")
                .check(ALL);
    }

    @Test
    void no_column_is_named_by_hand() {
        noFields()
                .should()
                .beAnnotatedWith(jakarta.persistence.AttributeOverride.class)
                .orShould()
                .beAnnotatedWith(jakarta.persistence.Embedded.class)
                .because("platform.ColumnNames says how a value's columns are called")
                .check(ALL);
    }

    @Test
    void no_query_has_a_list_of_parameters() {
        assertEquals(
                List.of(),
                ALL.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Query.class)
                                && method.getAnnotationOfType(Query.class)
                                        .value()
                                        .contains(" in :"))
                        .map(JavaMethod::getFullName)
                        .toList(),
                "it would be translated anew whenever it is asked: see jdbc.OneOf");
    }

    @Test
    void transactions_begin_in_services() {
        classes()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .haveNameMatching(".*(Service|Search|Directory|OncePerForm|OncePerPage)")
                .because("there is one place to look for where a transaction begins")
                .check(ALL);
        noMethods()
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("a second transaction in a request takes a second connection of the same pool")
                .check(ALL);
    }

    @Test
    void pages_do_not_touch_the_database() {
        noClasses()
                .that(resideInAPackage(ROOT + "web..").and(not(resideInAPackage(ROOT + "web.support.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.persistence..", "jakarta.data..", "org.hibernate..", "java.sql..", "javax.sql.."))
                .check(ALL);
    }

    @Test
    void plain_jdbc_of_the_application_touches_no_table_of_a_case() {
        assertEquals(
                Set.of(
                        "AccessLog",
                        // Of whose account the identity provider has still to hear; what the organisation decides.
                        "AccountSettling",
                        "DueAccounts",
                        "Settings",
                        "SettingsService",
                        // What countries do; a trigger asks for the cases to be reckoned anew.
                        "StanceProposals",
                        // It asks the machine for numbers.
                        "InstallationService",
                        // Of the staff: their roles, and when they came in last.
                        "AccountService",
                        "DemoLoader",
                        "DeskService",
                        "LastSignIns",
                        // It asks two functions, which count.
                        "Bells",
                        "KeptForms",
                        "Mails",
                        "OncePerForm",
                        "Readiness",
                        "Sessions",
                        "StaffDirectory",
                        "Nodes",
                        "VaultLock"),
                usersOf("java:app/jdbc/durumi"),
                "only Hibernate's connections say who acts; on any other the database shows no case");
        assertEquals(
                Set.of(
                        "InstallationService",
                        "Climb",
                        "DueDrafts",
                        "EveryCase",
                        "EveryName",
                        "JobRunner",
                        // Of the demo: it asks whether the database is marked.
                        "MovedClock",
                        "LockedWatch",
                        "MailRunner",
                        "SameBroker",
                        "SameLeg",
                        "SamePhone",
                        "SameSource",
                        "Timer"),
                usersOf("java:app/jdbc/durumi-job"),
                "the role for work without a person sees every case");
        assertEquals(Set.of("DueErasures"), usersOf("java:app/jdbc/durumi-erase"), "the role that destroys keys");
        assertEquals(
                Set.of("AccessLog", "Readiness"),
                usersOf("java:app/jdbc/durumi-log"),
                "an entry is committed by itself, whatever becomes of the request");
    }

    private static Set<String> usersOf(String pool) {
        return ALL.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(jakarta.annotation.Resource.class))
                .filter(field -> field.getAnnotationOfType(jakarta.annotation.Resource.class)
                        .lookup()
                        .equals(pool))
                .map(field -> field.getOwner().getSimpleName())
                .collect(Collectors.toSet());
    }

    @Test
    void plain_jdbc_is_written_once() {
        noClasses()
                .that(not(resideInAnyPackage(
                        ROOT + "jdbc..", ROOT + "platform..", ROOT + "launcher..", ROOT + "starter..")))
                // Asks with a limit of time of its own.
                .and()
                .doNotHaveSimpleName("Readiness")
                .should()
                .dependOnClassesThat(assignableTo(java.sql.Statement.class))
                .because("preparing, binding and closing has one home: Statements")
                .check(ALL);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "platform..", ROOT + "demo..", ROOT + "launcher..")))
                // A program of its own.
                .and()
                .doNotHaveSimpleName("UnlockNode")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ALL);
    }

    @Test
    void libraries_stay_in_their_rooms() {
        onlyIn("org.apache.pdfbox..", "reports..", "files..");
        onlyIn("com.drew..", "files..");
        onlyIn("com.openhtmltopdf..", "reports..");
        onlyIn("com.nimbusds..", "identity.keycloak..", "identity.session..", "launcher..");
        // A session is sealed as JOSE does it, and knows nothing of how people sign in.
        onlyIn("com.nimbusds.oauth2..", "identity.keycloak..");
        onlyIn("com.nimbusds.openid..", "identity.keycloak..");
        onlyIn("io.github.bucket4j..", "identity.limit..");
        onlyIn("org.flywaydb..", "setup..");
        onlyIn("io.zonky..", "launcher..");
        onlyIn("jakarta.mail..", "mail..");
    }

    @Test
    void only_the_vault_encrypts() {
        onlyIn("com.google.crypto.tink..", "vault..");
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.crypto.tink.subtle.."))
                .because("Tink keeps it for itself and may change or remove it at any time")
                .check(ALL);
        noClasses()
                .that(resideInAPackage("org.durumi..").and(not(resideInAnyPackage(ROOT + "vault..", ROOT + "mac.."))))
                // The session's seal is JOSE's and never reaches javax.crypto itself.
                .should()
                .dependOnClassesThat(resideInAPackage("javax.crypto.."))
                .because("keys and ciphers have one home")
                .check(ALL);
    }

    @Test
    void only_the_door_of_the_cases_asks_for_a_key() {
        noClasses()
                .that(not(resideInAPackage(ROOT + "vault..")))
                .and()
                .haveSimpleNameNotEndingWith("CaseAccess")
                .should(callOf(Vault.class, "key"))
                .orShould(callOf(Vault.class, "keys"))
                .because("a case's key is for whoever came through the door")
                .check(ALL);
        assertEquals(
                Set.of("EveryName", "SameLeg", "SamePhone"),
                ALL.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(RowsOfCases.class))
                        .map(field -> field.getOwner().getSimpleName())
                        .collect(Collectors.toSet()),
                "they open the few cases that may have a person, a phone or a leg of another one, and tell nothing of them");
    }

    @Test
    void only_the_rules_of_risk_read_what_a_risk_is_reckoned_from() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "risk..", ROOT + "cases..")))
                .should(callOf(CaseAccess.class, "toAssess"))
                .because("its entry says that the system reads, and nobody is shown anything")
                .check(ALL);
    }

    private static ArchCondition<JavaClass> callOf(Class<?> owner, String method) {
        return new ArchCondition<JavaClass>("call " + owner.getSimpleName() + "." + method) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(owner)
                                && call.getName().equals(method))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static void onlyIn(String library, String... rooms) {
        String[] inside = Stream.of(rooms).map(room -> ROOT + room).toArray(String[]::new);
        noClasses()
                .that(resideInAPackage("org.durumi..").and(not(resideInAnyPackage(inside))))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because(library + " belongs to " + List.of(rooms))
                .check(ALL);
    }

    @Test
    void money_is_never_a_floating_point_number() {
        fields().that()
                .areDeclaredInClassesThat(not(resideInAnyPackage(ROOT + "reports..", ROOT + "files.drawing..")))
                .should(new ArchCondition<JavaField>("not be double or float") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(field.getRawType().getName())) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                        }
                    }
                })
                .check(ALL);
    }

    @Test
    void the_verifier_needs_nothing_but_the_jdk() {
        noClasses()
                .that(resideInAPackage(ROOT + "verifier.."))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", ROOT + "verifier..")))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void the_map_has_thirty_five_rooms() {
        assertEquals(35, MAY_IMPORT.size());
    }
}
