package org.durumi.web.accesslog;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessEntry;
import org.durumi.accesslog.AccessFilter;
import org.durumi.accesslog.AccessFilter.Cursor;
import org.durumi.accesslog.AccessOutcome;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** Which entries an auditor asks for, as it stands in the address of the page. */
final class AccessLogForm {
    static final String PATH = "/access-log";
    static final String PERSON = "person";
    static final String CASE = "case";
    static final String ACTION = "action";
    static final String OUTCOME = "outcome";
    static final String REQUEST = "request";
    static final String FROM = "from";
    static final String TO = "to";
    private static final List<String> FIELDS = List.of(PERSON, CASE, ACTION, OUTCOME, REQUEST, FROM, TO);

    private static final String OLDER = "older";
    private static final String NEWER = "newer";
    private static final String BETWEEN = "~";
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_REQUEST = 36;
    private static final Instant LONG_AGO = Instant.EPOCH;
    /** Years that the database does not know are written with a sign. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-.*");

    private final FormInput input;
    private final AccessFilter filter;

    private AccessLogForm(FormInput input, AccessFilter filter) {
        this.input = input;
        this.filter = filter;
    }

    /** @param zone in which a day begins and ends */
    static AccessLogForm of(MultivaluedMap<String, String> query, ZoneId zone) {
        FormInput input = FormInput.of(query);
        PartialDate from = input.read(FROM, Field.date()).orElse(PartialDate.unknown());
        PartialDate to = input.read(TO, Field.date()).orElse(PartialDate.unknown());
        if (from.isKnown() && to.isKnown() && to.latest().isBefore(from.earliest())) {
            input.errors().at(TO, "access-log.to.before-from");
        }
        AccessFilter filter = new AccessFilter(
                from.isKnown() ? startOf(from.earliest(), zone) : LONG_AGO,
                startOf(to.latest().isBefore(PartialDate.NEVER) ? to.latest().plusDays(1) : PartialDate.NEVER, zone),
                input.readIfTyped(PERSON, Field.user()),
                number(input),
                input.readIfTyped(ACTION, Field.choice(AccessAction.class)),
                input.readIfTyped(OUTCOME, Field.choice(AccessOutcome.class)),
                request(input),
                cursor(input.typed(OLDER)));
        return new AccessLogForm(input, filter);
    }

    private static Optional<CaseNumber> number(FormInput input) {
        return input.readIfTyped(CASE, Field.line(LONGEST_NUMBER))
                .flatMap(typed -> CaseNumber.read(typed.toUpperCase(Locale.ROOT))
                        .or(() -> input.refuse(CASE, "access-log.case.not-a-number")));
    }

    private static Optional<UUID> request(FormInput input) {
        return input.readIfTyped(REQUEST, Field.line(LONGEST_REQUEST))
                .flatMap(
                        typed -> FormInput.uuid(typed).or(() -> input.refuse(REQUEST, "access-log.request.not-whole")));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A place in the log; empty for anything that this page has not written itself. */
    private static Optional<Cursor> cursor(String text) {
        String[] parts = text.split(BETWEEN, -1);
        try {
            return parts.length == 2 && MOMENT.matcher(parts[0]).matches()
                    ? Optional.of(new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    FormInput input() {
        return input;
    }

    AccessFilter filter() {
        return filter;
    }

    /** The line after which newer ones are asked for; empty if they are not. */
    Optional<Cursor> newerThan() {
        return cursor(input.typed(NEWER));
    }

    /** Whether a page other than the first is asked for. */
    boolean isFirstPage() {
        return newerThan().isEmpty() && filter.olderThan().isEmpty();
    }

    /** The address of the entries that this form asks for, from the newest on. */
    String address() {
        return address(input::typed, Stream.of());
    }

    /** The address of the page with older entries than this one. */
    String olderThan(AccessEntry last) {
        return address(input::typed, Stream.of(OLDER + "=" + encoded(last)));
    }

    /** The address of the page with newer entries than this one. */
    String newerThan(AccessEntry first) {
        return address(input::typed, Stream.of(NEWER + "=" + encoded(first)));
    }

    /** The address of the entries of which one field has this value, and nothing else is asked. */
    static String only(String field, String value) {
        return address(each -> each.equals(field) ? value : "", Stream.of());
    }

    private static String address(Function<String, String> valueOf, Stream<String> more) {
        Stream<String> fields = FIELDS.stream()
                .filter(field -> !valueOf.apply(field).isBlank())
                .map(field -> field + "=" + encoded(valueOf.apply(field)));
        String query = Stream.concat(fields, more).collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static String encoded(AccessEntry entry) {
        return encoded(entry.recordedAt() + BETWEEN + entry.id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
