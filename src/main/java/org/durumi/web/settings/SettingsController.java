package org.durumi.web.settings;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
import org.durumi.settings.NewSetting;
import org.durumi.settings.Setting;
import org.durumi.settings.SettingView;
import org.durumi.settings.SettingsService;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** What the organisation decides for itself: an administrator sees what counts, who decided it and why, and decides anew. */
@Path("/settings")
@RequestScoped
public class SettingsController {
    static final RecordForm<NewSetting> FORM = RecordForm.of("setting.form", NewSetting.class);
    private static final String PATH = "/settings";

    /** The first is for whoever tries each address: it is one that there is. */
    private static final String ONE = "{setting: FILES_OF_ALL|[A-Z_]+}";

    @Inject
    Pages pages;

    @Inject
    SettingsService settings;

    @GET
    @Limited(Limit.LIST)
    public Response list() {
        List<SettingView> all = settings.list(Setting.values());
        Map<UserId, String> handles = settings.handles(all);
        return pages.show(page -> pages.templates().settingsList(page, all, handles));
    }

    @GET
    @Path(ONE)
    public Response show(@PathParam("setting") String setting) {
        return one(setting(setting), FormInput.blank()).answer();
    }

    @POST
    @Path(ONE)
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("setting") String setting, MultivaluedMap<String, String> fields) {
        Setting what = setting(setting);
        FormInput input = FormInput.of(fields);
        Optional<NewSetting> typed = FORM.read(input);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> settings.change(what, typed.orElseThrow(), seen.orElseThrow()),
                PATH + "/" + what,
                "notice.setting.changed",
                () -> one(what, input));
    }

    private View one(Setting what, FormInput input) {
        SettingView view = settings.list(what).getFirst();
        Map<UserId, String> handles = settings.handles(List.of(view));
        return pages.form(
                input.withVersion(view.version()),
                page -> pages.templates().settingsOne(page, input, FORM, view, handles));
    }

    private static Setting setting(String name) {
        return Arrays.stream(Setting.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
