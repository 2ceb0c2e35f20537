package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessOutcome;
import org.durumi.mail.MailCause;
import org.durumi.mail.MailRhythm;
import org.durumi.route.Stance;
import org.durumi.settings.Setting;
import org.durumi.stack.Stack;
import org.durumi.stances.StanceAnswer;
import org.durumi.work.JobKind;
import org.junit.jupiter.api.Test;

/** The database and the code know the same constants: each enum in a table is a domain of its own. */
class EnumDomainsIT {
    private static final Pattern CONSTANT = Pattern.compile("'([A-Z0-9_]+)'::text");

    private record Column(String table, String name, Class<?> holds) {}

    /** A domain that lists what may stand in it. */
    private final Map<String, Set<String>> domains = domains();

    @Test
    void each_column_of_an_enum_takes_exactly_its_constants() throws SQLException {
        List<Column> columns = columns().toList();
        assertTrue(columns.size() > 20, columns::toString);
        for (Column column : columns) {
            String domain = Intake.value(
                    "select domain_name from information_schema.columns where table_name = ? and column_name = ?",
                    column.table(),
                    column.name());
            assertEquals(constants(column.holds()), domains.getOrDefault(domain, Set.of()), column.toString());
        }
    }

    @Test
    void an_entry_of_the_log_takes_exactly_the_groups_that_there_are() throws SQLException {
        String known = Intake.value("select prosrc from pg_proc where proname = 'are_access_groups'");
        assertEquals(
                constants(AccessGroup.class),
                Pattern.compile("'([A-Z_]+)'")
                        .matcher(known)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_domain_belongs_to_one_enum() throws SQLException {
        Map<String, Set<Class<?>>> uses = new LinkedHashMap<>();
        for (Column column : columns().toList()) {
            uses.computeIfAbsent(
                            Intake.value(
                                    "select domain_name from information_schema.columns"
                                            + " where table_name = ? and column_name = ?",
                                    column.table(),
                                    column.name()),
                            any -> new LinkedHashSet<>())
                    .add(column.holds());
        }
        uses.forEach((domain, enums) -> assertEquals(1, enums.size(), domain + " holds " + enums));
        assertEquals(domains.keySet(), new TreeSet<>(uses.keySet()), "a domain that no column of an entity has");
    }

    private static Map<String, Set<String>> domains() {
        try {
            // Before the database can be asked, it must run.
            Stack.running();
            return Intake.rows("select typname || ' ' || pg_get_constraintdef(pg_constraint.oid)"
                            + " from pg_constraint join pg_type on pg_type.oid = contypid"
                            + " where connamespace = 'public'::regnamespace")
                    .stream()
                    .map(each -> each.split(" ", 2))
                    .filter(each -> CONSTANT.matcher(each[1]).find())
                    .collect(Collectors.toMap(
                            each -> each[0],
                            each -> CONSTANT.matcher(each[1])
                                    .results()
                                    .map((MatchResult found) -> found.group(1))
                                    .collect(Collectors.toSet())));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .collect(Collectors.toSet());
    }

    /** Every column of an entity that holds a constant of an enum, also as a part of a value. */
    private static Stream<Column> columns() {
        return Stream.concat(
                ofEntities(),
                Stream.of(
                        // Read as words, because a newer version may have written others.
                        new Column("access_entry", "action", AccessAction.class),
                        new Column("access_entry", "outcome", AccessOutcome.class),
                        // Without an entity: whoever does a job asks functions.
                        new Column("job", "kind", JobKind.class),
                        new Column("setting", "name", Setting.class),
                        new Column("stance_proposal", "stance", Stance.class),
                        new Column("stance_answer", "answer", StanceAnswer.class),
                        new Column("mail", "cause", MailCause.class),
                        new Column("mail_address", "rhythm", MailRhythm.class)));
    }

    private static Stream<Column> ofEntities() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.durumi").stream()
                        .filter(each -> each.isAnnotatedWith(Entity.class) && each.isAnnotatedWith(Table.class))
                        .map(JavaClass::reflect)
                        .flatMap(each -> columns(each.getAnnotation(Table.class).name(), "", each));
    }

    private static Stream<Column> columns(String table, String prefix, Class<?> type) {
        Stream<Column> own = Arrays.stream(type.getDeclaredFields())
                .filter(each -> !Modifier.isStatic(each.getModifiers()))
                .flatMap(each -> columns(table, prefix, each));
        return type.getSuperclass() == null ? own : Stream.concat(own, columns(table, prefix, type.getSuperclass()));
    }

    private static Stream<Column> columns(String table, String prefix, Field field) {
        String name = prefix + field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        if (field.getType().isEnum()) {
            return Stream.of(new Column(table, name, field.getType()));
        }
        return field.getType().isAnnotationPresent(Embeddable.class)
                ? columns(table, name + "_", field.getType())
                : Stream.empty();
    }
}
