package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Group;
import org.durumi.circumstances.NewGroup;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records a household, a family or a party that travels, or changes what is known of one. */
@Path("/cases/{number}/groups")
@RequestScoped
public class GroupController extends PlainController<Group, NewGroup> {
    static final RecordForm<NewGroup> FORM = RecordForm.of("group.form", NewGroup.class, Map.of("whom", Field.whom()));

    public GroupController() {
        super(CircumstanceKind.GROUP, FORM, Circumstances::groups);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesGroup(page, input, about);
    }
}
