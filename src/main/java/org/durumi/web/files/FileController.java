package org.durumi.web.files;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.files.Attachment;
import org.durumi.files.AttachmentService;
import org.durumi.files.CleanFile;
import org.durumi.files.FileCleaner;
import org.durumi.files.NewAttachment;
import org.durumi.files.OpenFile;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.Everybody;
import org.durumi.web.frame.Handles;
import org.durumi.web.support.Choice;
import org.durumi.web.support.CurrentUpload;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.Upload;
import org.durumi.web.support.View;

/** The files of a case: shows them, takes one in, gives one out, takes one back. */
@Path("/cases/{number}/files")
@RequestScoped
public class FileController {
    static final CaseTab TAB = new CaseTab("files", "case.tab.files", 26);

    static final RecordForm<NewAttachment> FORM =
            RecordForm.of("file.form", NewAttachment.class, Map.of("about", Field.whomIfAny()));

    private static final int SHORT = 8;

    @Inject
    Pages pages;

    @Inject
    CaseFrame frame;

    @Inject
    Handles handles;

    @Inject
    AttachmentService files;

    @Inject
    FileCleaner cleaner;

    @Inject
    CurrentUpload sent;

    @Inject
    CaseReader reader;

    @Inject
    CaseSearch search;

    @Inject
    StaffDirectory staff;

    @Inject
    Forms forms;

    @GET
    public Response show(@PathParam("number") CaseNumber number, @QueryParam("page") String page) {
        return frame.show(number, TAB, Set.of(AccessGroup.FILE), open -> {
            List<Attachment> all = files.of(open.view().file());
            Set<EntryId> opened = FilesPage.ids(all.stream()
                    .filter(each -> files.mayOpen(open.view().file(), each))
                    .toList());
            return pages.templates()
                    .filesList(
                            open,
                            new FilesPage(all, opened, PageNumber.read(page == null ? "" : page)),
                            handles.of(all.stream()
                                    .flatMap(each -> each.people().stream())
                                    .collect(Collectors.toSet())));
        });
    }

    @GET
    @Path("new")
    public Response blank(@PathParam("number") CaseNumber number) {
        return form(number, FormInput.blank()).answer();
    }

    /** The guard has read the file from the form, of which the fields are left. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Limited(Limit.UPLOAD)
    public Response attach(@PathParam("number") CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewAttachment> told = FORM.read(input);
        Optional<CleanFile> clean = clean(number, input);
        return forms.create(
                input,
                () -> list(number) + "#entry-" + files.attach(number, told.orElseThrow(), clean.orElseThrow()),
                "notice.file.attached",
                () -> form(number, input));
    }

    /** Not in the transaction that stores it: nobody waits for the case meanwhile. And not for who may not store it. */
    private Optional<CleanFile> clean(CaseNumber number, FormInput input) {
        reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.FILE);
        Upload upload = sent.upload();
        try {
            if (upload.tooLarge()) {
                throw RuleViolation.at("file", "file.too-large");
            } else if (input.isValid() || upload.content().length == 0) {
                return Optional.of(cleaner.clean(upload.content()));
            }
        } catch (RuleViolation refused) {
            input.refuse(refused);
        }
        return Optional.empty();
    }

    @GET
    @Path("{id}")
    public Response one(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, @QueryParam("page") String page) {
        CaseView view = search.view(number, AccessGroup.PARTICIPANT, AccessGroup.FILE);
        Attachment attachment = one(view, id);
        if (!files.mayOpen(view.file(), attachment)) {
            throw new NotFound();
        }
        int wanted = PageNumber.read(page == null ? "" : page).value();
        return pages.show(each -> pages.templates()
                .filesOne(
                        each,
                        view,
                        attachment,
                        Math.min(wanted, Math.max(1, attachment.pages())),
                        staff.handles(List.copyOf(attachment.people()))));
    }

    /** A page of a file, drawn small. */
    @GET
    @Path("{id}/pages/{page: 1|[1-9][0-9]?}")
    public Response page(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, @PathParam("page") int page) {
        OpenFile open = files.page(number, new EntryId(id), page);
        return content(open, "image/jpeg").build();
    }

    @GET
    @Path("{id}/content")
    @Limited(Limit.DOWNLOAD)
    @StepUp
    public Response download(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        OpenFile open = files.download(number, new EntryId(id));
        String name = "file-" + id.toString().substring(0, SHORT) + "."
                + open.attachment().kind().ending();
        return content(open, open.attachment().kind().type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Piece by piece: a whole one is in memory nowhere. The first says at once whether somebody changed it. */
    private Response.ResponseBuilder content(OpenFile open, String type) {
        byte[] first = piece(open, 0);
        StreamingOutput all = out -> {
            out.write(first);
            for (int piece = 1; piece < open.pieces(); piece++) {
                out.write(piece(open, piece));
            }
        };
        return Response.ok(all).type(type).header(HttpHeaders.CONTENT_LENGTH, open.length());
    }

    private byte[] piece(OpenFile open, int number) {
        return files.piece(open, number).orElseThrow(() -> new RuleViolation("file.changed-outside"));
    }

    @GET
    @Path("{id}/taken-back")
    public Response toTakeBack(@PathParam("number") CaseNumber number, @PathParam("id") UUID id) {
        return takingBack(number, id, FormInput.blank()).answer();
    }

    @POST
    @Path("{id}/taken-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(
            @PathParam("number") CaseNumber number, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<String> why = input.read("reason", Field.lines(1, Forms.LONGEST_REASON));
        return pages.submit(
                input,
                () -> files.takeBack(number, new EntryId(id), why.orElseThrow()),
                list(number) + "#entry-" + id,
                "notice.file.taken-back",
                () -> takingBack(number, id, input));
    }

    private View form(CaseNumber number, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.FILE);
        List<Choice> people = Everybody.in(view, pages.page().texts());
        return pages.form(input, page -> pages.templates().filesNew(page, number, people, FORM, input));
    }

    private View takingBack(CaseNumber number, UUID id, FormInput input) {
        CaseView view = reader.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.FILE);
        Attachment attachment = one(view, id);
        return pages.form(input, page -> pages.templates().filesStrike(page, number, attachment, input));
    }

    private Attachment one(CaseView view, UUID id) {
        return files.of(view.file()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String list(CaseNumber number) {
        return "/cases/" + number + "/files";
    }
}
