package org.durumi.web.tasks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.Everybody;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;
import org.durumi.work.NewTask;
import org.durumi.work.Task;
import org.durumi.work.TaskResult;
import org.durumi.work.TaskService;
import org.durumi.work.TaskState;

/** The tasks of a case; writes one down, or says what came of it. */
@Path("/cases/{number}/tasks")
@RequestScoped
public class TaskController {
    static final CaseTab TAB = new CaseTab("tasks", "case.tab.tasks", 24);

    static final RecordForm<NewTask> FORM = RecordForm.of(
            "task.form", NewTask.class, Map.of("assignee", Field.user().optional()));

    static final RecordForm<TaskResult> RESULT = RecordForm.of("task.result", TaskResult.class);

    @Inject
    Pages pages;

    @Inject
    CaseFrame frame;

    @Inject
    KnownTasks known;

    @Inject
    TaskService tasks;

    @Inject
    CaseReader reader;

    @Inject
    Forms forms;

    @GET
    public Response show(@PathParam("number") CaseNumber number) {
        return frame.show(
                number,
                TAB,
                KnownTasks.SHOWS,
                open -> pages.templates()
                        .tasksList(open, known.of(open), pages.page().today(), known.people(open)));
    }

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number) {
        return form(
                        number,
                        FormInput.blank().with("due", Field.day(), pages.page().today()))
                .answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                told -> list(number) + "#entry-" + tasks.write(number, told),
                "notice.task.written",
                () -> form(number, input));
    }

    @GET
    @Path("{id}")
    public Response result(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return form(number, id, FormInput.blank().with("state", TaskState.DONE)).answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<TaskResult> told = RESULT.read(input);
        return pages.submit(
                input,
                () -> tasks.settle(number, new EntryId(id), told.orElseThrow()),
                list(number) + "#entry-" + id,
                "notice.task.settled",
                () -> form(number, id, input));
    }

    private View form(CaseNumber number, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.ASSIGNMENT, AccessGroup.TASK);
        List<Choice> people = Everybody.in(view, pages.page().texts());
        List<Choice> workers = TaskService.workers(view).stream()
                .map(each -> new Choice(each.value(), view.handles().getOrDefault(each, "")))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return pages.form(input, page -> pages.templates().tasksNew(page, number, people, workers, FORM, input));
    }

    private View form(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.TASK);
        Task task = tasks.of(view.file()).one(new EntryId(id)).orElseThrow(NotFound::new);
        return pages.form(input, page -> pages.templates().tasksResult(page, view, task, page.today(), RESULT, input));
    }

    private static String list(CaseNumber number) {
        return "/cases/" + number + "/tasks";
    }
}
