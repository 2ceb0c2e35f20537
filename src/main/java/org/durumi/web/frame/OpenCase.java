package org.durumi.web.frame;

import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Page;

/**
 * A case that was opened for one page. Its parts read from it without opening the case again.
 *
 * @param actions what the page may offer its reader
 * @param page what every page knows, without the notice of what was just done
 */
public record OpenCase(CaseView view, CaseActions actions, Page page) {
    public CaseNumber number() {
        return view.file().number();
    }

    /** The address of the case, such as /cases/C-2026-7F3KQM. */
    public String address() {
        return "/cases/" + number();
    }

    public Texts texts() {
        return page.texts();
    }

    /** The same for the page of somebody who was taken out: what is recorded of them can be read, and nothing is recorded. */
    OpenCase withTakenOut() {
        return new OpenCase(
                view.withTakenOut(),
                new CaseActions(false, actions.decides(), actions.keeps(), actions.whyNot()),
                page);
    }

    /** Whether few enough people are in it to show each of them whole beside the others. */
    public boolean isSmall() {
        return view.participants().size() < 3;
    }
}
