package org.durumi.web.frame;

import java.util.List;
import org.durumi.cases.CaseView;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Choice;

/** The participants of a case to choose from, each by letter and role. */
public final class Everybody {
    private Everybody() {}

    public static List<Choice> in(CaseView view, Texts texts) {
        return view.participants().stream()
                .map(each -> new Choice(
                        each.id().toString(), texts.text("circumstances.participant", each.label(), each.role())))
                .toList();
    }
}
