package org.durumi.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.RecordForm;
import org.junit.jupiter.api.Test;

/** A page of a form asks for what its record says, lets in as many characters as fit, and can be filled anew. */
class FormTemplatesTest {
    /** Which page draws the fields of which form. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("cases.ConsentController.FORM", "cases/consent.jte"),
            Map.entry("cases.ConsentActController.STRIKE", "cases/consent-strike.jte"),
            Map.entry("cases.DescriptionController.FORM", "cases/description.jte"),
            Map.entry("cases.ClosureController.REOPENING", "cases/reopen.jte"),
            Map.entry("work.PlanController.FORM", "work/plan.jte"),
            Map.entry("work.CheckInController.HEARD", "work/heard.jte"),
            Map.entry("work.CheckInController.PAUSE", "work/pause.jte"),
            Map.entry("work.CheckInController.END", "work/end.jte"),
            Map.entry("work.CheckInController.DURESS", "work/duress.jte"),
            Map.entry("glass.GlassController.FORM", "glass/form.jte"),
            Map.entry("identity.PreferencesController.FORM", "identity/preferences.jte"),
            Map.entry("desk.StaffController.ROLE", "desk/role.jte"),
            Map.entry("desk.StaffController.TEAM", "desk/team.jte"),
            Map.entry("desk.StaffController.HANDLE", "desk/handle.jte"),
            Map.entry("desk.InvitationController.INVITATION", "desk/invitation.jte"),
            Map.entry("settings.SettingsController.FORM", "settings/one.jte"),
            Map.entry("stances.StanceController.FORM", "stances/new.jte"),
            Map.entry("desk.StaffController.FOUNDING", "desk/team-new.jte"),
            Map.entry("mail.NoticesController.ADDRESS", "mail/address.jte"),
            Map.entry("mail.NoticesController.CODE", "mail/code.jte"),
            Map.entry("mail.NoticesController.RHYTHM", "mail/rhythm.jte"),
            Map.entry("handover.DeputyController.FORM", "handover/deputy.jte"),
            Map.entry("handover.HandoverController.FORM", "handover/leaver.jte"),
            Map.entry("handover.TransferController.FORM", "handover/transfer.jte"),
            Map.entry("handover.OfferController.ANSWER", "handover/offer.jte"),
            Map.entry("cases.HoldController.FORM", "cases/hold.jte"),
            Map.entry("cases.RetentionController.FORM", "cases/retention.jte"),
            Map.entry("cases.ConsentActController.WITHDRAWAL", "cases/withdrawal.jte"),
            Map.entry("circumstances.AttemptController.FORM", "circumstances/attempt.jte"),
            Map.entry("circumstances.BackgroundController.FORM", "circumstances/background.jte"),
            Map.entry("circumstances.GroupController.FORM", "circumstances/group.jte"),
            Map.entry("circumstances.NeedController.FORM", "circumstances/need.jte"),
            Map.entry("circumstances.ReferralController.FORM", "circumstances/referral.jte"),
            Map.entry("circumstances.SafeContactController.FORM", "circumstances/safe-contact.jte"),
            Map.entry("circumstances.RelationshipController.FORM", "circumstances/relationship.jte"),
            Map.entry("circumstances.RelativeController.FORM", "circumstances/relative.jte"),
            Map.entry("circumstances.DetentionController.FORM", "circumstances/detention.jte"),
            Map.entry("circumstances.DeviceController.FORM", "circumstances/device.jte"),
            Map.entry("circumstances.IncidentController.FORM", "circumstances/incident.jte"),
            Map.entry("circumstances.InterventionController.FORM", "circumstances/intervention.jte"),
            Map.entry("circumstances.LegController.FORM", "circumstances/leg.jte"),
            Map.entry("circumstances.PostingController.FORM", "circumstances/posting.jte"),
            Map.entry("circumstances.VulnerabilityController.FORM", "circumstances/vulnerability.jte"),
            Map.entry("costs.BrokerController.FORM", "costs/broker-new.jte"),
            Map.entry("costs.BrokerController.VETTING", "costs/broker.jte"),
            Map.entry("costs.NormPriceController.FORM", "costs/norm.jte"),
            Map.entry("costs.QuoteController.FORM", "costs/quote-new.jte"),
            Map.entry("evidence.ClaimController.FORM", "evidence/claim.jte"),
            Map.entry("evidence.JudgementController.FORM", "evidence/judgement.jte"),
            Map.entry("evidence.OverrulingController.FORM", "evidence/overruling.jte"),
            Map.entry("evidence.RelationController.FORM", "evidence/relating.jte"),
            Map.entry("evidence.ReportController.FORM", "evidence/report.jte"),
            Map.entry("evidence.SourceController.FORM", "evidence/fields.jte"),
            Map.entry("files.FileController.FORM", "files/new.jte"),
            Map.entry("tasks.TaskController.FORM", "tasks/new.jte"),
            Map.entry("tasks.TaskController.RESULT", "tasks/result.jte"),
            Map.entry("requests.AskController.WAIVER", "requests/waiver.jte"),
            Map.entry("requests.AskController.DECISION", "requests/decision.jte"),
            Map.entry("requests.AskController.REASSIGNMENT", "requests/reassignment.jte"),
            Map.entry("requests.RequestController.ANSWER", "requests/request.jte"),
            Map.entry("notes.AddendumController.FORM", "notes/addendum.jte"),
            Map.entry("notes.ContactController.FORM", "notes/contact.jte"),
            Map.entry("notes.NoteController.FORM", "notes/note.jte"),
            Map.entry("links.LinkController.FORM", "links/want.jte"),
            Map.entry("links.LinkController.ANSWER", "links/answer.jte"),
            Map.entry("cases.ClosureController.FORM", "cases/closure.jte"),
            Map.entry("cases.SplitController.FORM", "cases/split.jte"),
            Map.entry("cases.TakingOutController.FORM", "cases/taken-out.jte"),
            Map.entry("cases.IntakeForm.PERSON", "cases/person.jte"));

    private static final Pattern FIELD =
            Pattern.compile("name = (?:prefix \\+ )?\"([^\"]+)\"|<input[^>]* name=\"(\\w+)\"");
    private static final Pattern LONGEST =
            Pattern.compile("name = \"(\\w+)\"[^\\n]*longest = form\\.longest\\(\"(\\w+)\"\\)");

    /** How a controller shows a page, and with which template. */
    private static final Pattern SHOWN =
            Pattern.compile("pages\\s*\\.(show|view|form)\\([^;]*?templates\\(\\)\\s*\\.(\\w+)\\(");

    @Test
    void a_page_with_a_form_is_shown_so_that_it_can_be_filled_anew() throws IOException {
        Map<String, Path> templates = files("src/main/jte").stream()
                .collect(Collectors.toMap(FormTemplatesTest::method, template -> template));
        Set<String> forms = new TreeSet<>();
        for (Path each : files("src/main/java/org/durumi/web")) {
            for (MatchResult shown :
                    SHOWN.matcher(Files.readString(each)).results().toList()) {
                boolean asks = Files.readString(templates.get(shown.group(2))).contains("@param FormInput ");
                assertEquals(asks, shown.group(1).equals("form"), each + " shows " + shown.group(2));
                forms.add(shown.group(1));
            }
        }
        assertEquals(Set.of("form", "show", "view"), forms, "all three were found");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** From «cases/person-new.jte» to «casesPersonNew», as the build calls it. */
    private static String method(Path template) {
        return Pattern.compile("[/-](\\w)")
                .matcher(Path.of("src/main/jte").relativize(template).toString().replace(".jte", ""))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    @Test
    void every_form_has_its_page_here() {
        assertEquals(new TreeSet<>(PAGES.keySet()), new TreeSet<>(forms().keySet()));
    }

    @Test
    void a_page_draws_each_field_of_its_record_and_no_other() throws IOException {
        for (Map.Entry<String, RecordForm<?>> each : forms().entrySet()) {
            Set<String> drawn = FIELD.matcher(page(each.getKey()))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(new TreeSet<>(each.getValue().names()), drawn, each.getKey());
        }
    }

    @Test
    void how_much_fits_into_a_text_is_said_by_the_record_alone() throws IOException {
        for (Map.Entry<String, RecordForm<?>> each : forms().entrySet()) {
            String page = page(each.getKey());
            Set<String> measured = new TreeSet<>();
            for (MatchResult found : LONGEST.matcher(page).results().toList()) {
                assertEquals(found.group(1), found.group(2), each.getKey());
                measured.add(found.group(1));
            }

            assertEquals(texts(each.getValue()), measured, each.getKey());
            assertFalse(Pattern.compile("longest = \\d").matcher(page).find(), each.getKey());
        }
    }

    @Test
    void no_field_cuts_off_what_is_pasted() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path each : templates.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(each).toLowerCase(Locale.ROOT).contains("maxlength"), each.toString());
            }
        }
    }

    @Test
    void no_field_is_called_as_what_an_address_says_to_which_a_whole_form_is_sent() throws IOException {
        String name = FormInput.PAGE;
        for (Map.Entry<String, RecordForm<?>> each : forms().entrySet()) {
            assertFalse(each.getValue().names().contains(name), each.getKey());
        }
        for (Path each : files("src/main/jte")) {
            assertFalse(Files.readString(each).contains('"' + name + '"'), each.toString());
        }
        assertTrue(name.contains("-"), "so that no record can have it either");
    }

    private static Set<String> texts(RecordForm<?> form) {
        return form.names().stream().filter(name -> isText(form, name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isText(RecordForm<?> form, String name) {
        try {
            return form.longest(name) > 0;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static String page(String form) throws IOException {
        return Files.readString(Path.of("src/main/jte", PAGES.get(form)));
    }

    /** The forms of all pages, by class and field. */
    private static Map<String, RecordForm<?>> forms() {
        Map<String, RecordForm<?>> forms = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.durumi.web").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(RecordForm.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .collect(Collectors.toMap(FormTemplatesTest::name, FormTemplatesTest::form));
        assertTrue(forms.size() > 5, "the forms were found");
        return forms;
    }

    private static String name(JavaField field) {
        JavaClass owner = field.getOwner();
        return owner.getName().replace("org.durumi.web.", "") + "." + field.getName();
    }

    private static RecordForm<?> form(JavaField found) {
        try {
            java.lang.reflect.Field field = found.reflect();
            field.setAccessible(true);
            return (RecordForm<?>) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
