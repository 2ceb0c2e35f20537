package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.NewSafeContact;
import org.durumi.circumstances.SafeContact;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records how people can be reached without danger, or changes it. */
@Path("/cases/{number}/safe-contacts")
@RequestScoped
public class SafeContactController extends PlainController<SafeContact, NewSafeContact> {
    static final RecordForm<NewSafeContact> FORM =
            RecordForm.of("safe-contact.form", NewSafeContact.class, Map.of("whom", Field.whom()));

    public SafeContactController() {
        super(CircumstanceKind.SAFE_CONTACT, FORM, Circumstances::safeContacts);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesSafeContact(page, input, about);
    }
}
